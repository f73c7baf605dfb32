package dev.allmende.central.keycloak;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** What somebody wants of one thing in Keycloak. */
public interface Wanted {

    /** The natural key, as messages name the thing. */
    String name();

    /** Keycloak's representation, with nothing in it but what is wanted: whatever is absent is the server's own matter. */
    ObjectNode tree();
}
