package dev.allmende.openstack.resource;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.openstack.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A resource as the cloud shows it: the record of each kind names what its readers need, the rest is in the JSON. */
public interface Resource {

    /** The resource without its wrapper; not to be changed. */
    JsonNode json();

    default String id() {
        return text("id");
    }

    default String name() {
        return text("name");
    }

    /** Without the {@link Mark} that may stand in it. */
    default String description() {
        return Mark.plain(text("description"));
    }

    default List<String> tags() {
        return texts("tags");
    }

    /** The service's word, for example {@code ACTIVE}; empty for kinds without one. */
    default String status() {
        return text("status");
    }

    default String projectId() {
        return text("project_id");
    }

    /** Whether it can be used, is on its way, or broke. */
    default State state() {
        return State.of(status(), "");
    }

    /** The value that a field of {@link Wanted} has now; empty when the service does not show it. */
    default Optional<JsonNode> shown(String field) {
        return Optional.ofNullable(json().get(field));
    }

    default String text(String field) {
        return Json.text(json(), field).orElse("");
    }

    default List<String> texts(String field) {
        var texts = new ArrayList<String>();
        json().path(field).forEach(value -> texts.add(value.asText()));
        return List.copyOf(texts);
    }

    default Map<String, String> map(String field) {
        var map = new LinkedHashMap<String, String>();
        json().path(field)
                .properties()
                .forEach(entry -> map.put(entry.getKey(), entry.getValue().asText()));
        return map;
    }
}
