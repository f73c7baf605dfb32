/**
 * The kinds of the API group {@code identity.allmende.dev}: what a tenant has in Keycloak, as resources. A folder per kind;
 * here is what they share.
 *
 * <p>{@link dev.allmende.central.identity.IdentityController} is the loop: it finds the thing ({@link
 * dev.allmende.central.identity.Identify} decides, without I/O), makes at most one changing call, writes status, and comes
 * again. A {@link dev.allmende.central.identity.Kind} says how its resource is read as a wish.
 */
@NullMarked
package dev.allmende.central.identity;

import org.jspecify.annotations.NullMarked;
