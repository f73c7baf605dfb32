package dev.allmende.openstack.network;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.openstack.resource.Fields;

/** Addresses from first to last, both included. */
public record Range(String first, String last) {

    static Range of(JsonNode pool) {
        return new Range(pool.path("start").asText(), pool.path("end").asText());
    }

    Fields fields() {
        return Fields.of("start", first).with("end", last);
    }
}
