/** Signing in with kubectl at a real Keycloak, as a person and a script see it. */
@NullMarked
package dev.allmende.e2e.login;

import org.jspecify.annotations.NullMarked;
