package dev.allmende.status.lifecycle;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.openstack.Json;
import dev.allmende.openstack.resource.Resource;

/** A container of the object store, whose name is its identifier. */
record Container(JsonNode json) implements Resource {

    static Container of(String name) {
        return new Container(Json.object().put("id", name).put("name", name));
    }
}
