package dev.allmende.central.keycloak;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.openstack.Json;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The mappers of one client or of one identity provider, known by their names. */
public final class Mappers {

    private final Admin admin;
    private final URI collection;

    Mappers(Admin admin, URI collection) {
        this.admin = admin;
        this.collection = collection;
    }

    /** All there are, by name. */
    public Map<String, ObjectNode> all() {
        var all = new LinkedHashMap<String, ObjectNode>();
        for (var item : admin.list(collection)) {
            if (item instanceof ObjectNode mapper) {
                all.put(mapper.path("name").asText(), mapper);
            }
        }
        return all;
    }

    /** What differs, each mapper under its name; mappers that nobody wants are nobody's business. Pure. */
    public static List<Difference> drift(List<WantedMapper> wanted, Map<String, ObjectNode> have) {
        var found = new ArrayList<Difference>();
        for (var mapper : wanted) {
            var there = have.get(mapper.name());
            for (var field : Drift.between(mapper.tree(), there == null ? Json.object() : there)) {
                found.add(new Difference("mappers[" + mapper.name() + "]." + field.path(), field.want(), field.have()));
            }
        }
        return List.copyOf(found);
    }

    /**
     * Makes and changes what differs, and removes those that were once wanted by us and are no more.
     *
     * @param dropped names to remove
     */
    public void settle(List<WantedMapper> wanted, Set<String> dropped, Map<String, ObjectNode> have) {
        for (var mapper : wanted) {
            var there = have.get(mapper.name());
            if (there == null) {
                admin.post(collection, mapper.tree());
            } else if (!Drift.between(mapper.tree(), there).isEmpty()) {
                admin.put(at(there), Drift.overlay(there, mapper.tree()));
            }
        }
        have.forEach((name, mapper) -> {
            if (dropped.contains(name)) {
                admin.delete(at(mapper));
            }
        });
    }

    private URI at(ObjectNode mapper) {
        return Paths.of(collection, mapper.path("id").asText());
    }
}
