package dev.allmende.central.keycloak;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.openstack.Json;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds a representation out of what is there. */
final class Fields {

    private final ObjectNode tree = Json.object();

    Fields text(String name, String value) {
        tree.put(name, value);
        return this;
    }

    Fields text(String name, Optional<String> value) {
        value.ifPresent(present -> tree.put(name, present));
        return this;
    }

    Fields flag(String name, boolean value) {
        tree.put(name, value);
        return this;
    }

    Fields flag(String name, Optional<Boolean> value) {
        value.ifPresent(present -> tree.put(name, present));
        return this;
    }

    Fields number(String name, Optional<Integer> value) {
        value.ifPresent(present -> tree.put(name, present));
        return this;
    }

    Fields texts(String name, Optional<? extends Collection<String>> values) {
        values.ifPresent(present -> {
            var array = tree.putArray(name);
            present.forEach(array::add);
        });
        return this;
    }

    /** A map of texts, left out when empty. */
    Fields map(String name, Map<String, String> values) {
        if (!values.isEmpty()) {
            var object = tree.putObject(name);
            values.forEach(object::put);
        }
        return this;
    }

    /** A map of lists, left out when empty. */
    Fields lists(String name, Map<String, List<String>> values) {
        if (!values.isEmpty()) {
            var object = tree.putObject(name);
            values.forEach((key, list) -> {
                var array = object.putArray(key);
                list.forEach(array::add);
            });
        }
        return this;
    }

    ObjectNode tree() {
        return tree;
    }
}
