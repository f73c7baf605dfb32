package dev.allmende.central.keycloak;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A role of a realm or of one of its clients.
 *
 * @param client id (UUID) of the client; empty for a role of the realm
 */
public record WantedRole(
        String name, Optional<String> client, Optional<String> description, Map<String, List<String>> attributes)
        implements Wanted {

    @Override
    public ObjectNode tree() {
        return new Fields()
                .text("name", name)
                .text("description", description)
                .lists("attributes", attributes)
                .tree();
    }
}
