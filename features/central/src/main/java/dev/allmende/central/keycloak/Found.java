package dev.allmende.central.keycloak;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * One thing as Keycloak has it.
 *
 * @param id what calls name it by: a UUID, the realm's name or the provider's alias
 * @param tree the whole representation; may hold secrets, so it is never shown
 * @param owner the mark on it
 */
public record Found(String id, ObjectNode tree, Optional<String> owner) {

    @Override
    public String toString() {
        return "Found[" + id + ", owner " + owner.orElse("nobody") + "]";
    }
}
