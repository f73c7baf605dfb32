/**
 * Client for Keycloak's admin REST API (26), as far as the kinds Realm, Client, User, Group, Role and IdentityProvider
 * need it. Everything blocks and is meant for virtual threads.
 *
 * <p>{@link dev.allmende.central.keycloak.Keycloak} logs in and hands out a store per kind. What is wanted goes in as a
 * record that holds only what we speak about; updates are laid over what the server has, so that fields of others and the
 * server's defaults stay. {@link dev.allmende.central.keycloak.Drift} says what differs, without any call.
 */
@NullMarked
package dev.allmende.central.keycloak;

import org.jspecify.annotations.NullMarked;
