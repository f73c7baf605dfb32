package dev.allmende.central.keycloak;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

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

    void create(WantedMapper wanted) {
        admin.post(collection, wanted.tree());
    }

    void update(WantedMapper wanted, ObjectNode have) {
        admin.put(at(have), Drift.overlay(have, wanted.tree()));
    }

    void delete(ObjectNode have) {
        admin.delete(at(have));
    }

    private URI at(ObjectNode mapper) {
        return Paths.of(collection, mapper.path("id").asText());
    }
}
