package dev.allmende.central.keycloak;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A role of a realm or of one of its clients.
 *
 * @param client id (UUID) of the client; empty for a role of the realm
 * @param composites the roles that whoever has this one has too, all of them; empty leaves them to others
 */
public record WantedRole(
        String name,
        Optional<String> client,
        Optional<String> description,
        Map<String, List<String>> attributes,
        Optional<Set<RoleName>> composites)
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
