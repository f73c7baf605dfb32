package dev.allmende.central.keycloak;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A group.
 *
 * @param name unique among its siblings
 * @param parent id of the group it is in; empty at the top
 */
public record WantedGroup(String name, Optional<String> parent, Map<String, List<String>> attributes)
        implements Wanted {

    @Override
    public ObjectNode tree() {
        return new Fields().text("name", name).lists("attributes", attributes).tree();
    }
}
