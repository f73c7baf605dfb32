/**
 * The kinds of the API group {@code identity.allmende.dev}: what a tenant has in Keycloak. Each has a {@link
 * dev.allmende.central.keep.Claims} that reads its objects as wishes; all else is common to what is claimed by name.
 */
@NullMarked
package dev.allmende.central.identity;

import org.jspecify.annotations.NullMarked;
