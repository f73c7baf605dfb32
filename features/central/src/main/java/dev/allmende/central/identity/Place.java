package dev.allmende.central.identity;

import dev.allmende.central.keycloak.Keycloak;

/** A realm of a Keycloak. */
record Place(Keycloak keycloak, String realm) {}
