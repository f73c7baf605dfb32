package dev.allmende.central.identity;

import dev.allmende.central.keycloak.Keycloak;

/** A realm of a Keycloak. */
public record Place(Keycloak keycloak, String realm) {}
