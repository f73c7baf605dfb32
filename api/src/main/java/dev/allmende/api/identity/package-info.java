/** Kinds of group {@code identity.allmende.dev}: what a tenant has in Keycloak. */
@NullMarked
package dev.allmende.api.identity;

import org.jspecify.annotations.NullMarked;
