package dev.allmende.central.keycloak;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A group.
 *
 * @param name unique among its siblings
 * @param parent id of the group it is in; empty at the top
 * @param roles those that its members have by it, all of them; empty leaves them to others
 * @param standard whether each new user of the realm comes into it
 */
public record WantedGroup(
        String name,
        Optional<String> parent,
        Map<String, List<String>> attributes,
        Optional<Set<RoleName>> roles,
        boolean standard)
        implements Wanted {

    @Override
    public ObjectNode tree() {
        return new Fields().text("name", name).lists("attributes", attributes).tree();
    }
}
