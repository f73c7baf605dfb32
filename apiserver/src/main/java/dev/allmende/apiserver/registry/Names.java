package dev.allmende.apiserver.registry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.status.FieldError;
import dev.allmende.apiserver.status.StatusException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The name and namespace of an object that comes in. */
final class Names {

    /** A generated name has room for its random end in 63 characters. */
    private static final int LONGEST_BASE = 58;

    private Names() {}

    /** The object's namespace is the one of the path; another one is an error. */
    static void placeInNamespace(Asked asked, ObjectNode object) {
        var metadata = Meta.of(object);
        if (!asked.resource().kind().namespaced()) {
            metadata.remove("namespace");
            return;
        }
        var own = metadata.path("namespace").asText("");
        if (!own.isEmpty() && !own.equals(asked.namespace())) {
            throw StatusException.badRequest(
                    "the namespace of the provided object does not match the namespace sent on the request");
        }
        metadata.put("namespace", asked.namespace());
    }

    /** For a write to a named object: its name is the one of the path. */
    static void nameAsAsked(Asked asked, ObjectNode object) {
        var metadata = Meta.of(object);
        var own = metadata.path("name").asText("");
        if (!own.isEmpty() && !own.equals(asked.name())) {
            throw StatusException.badRequest(
                    "the name of the object (%s) does not match the name on the URL (%s)".formatted(own, asked.name()));
        }
        metadata.put("name", asked.name());
    }

    /** What a client sends whole must say its name. */
    static void requireName(Asked asked, ObjectNode object) {
        if (Meta.name(object).isEmpty()) {
            throw StatusException.badRequest(
                    "the name of the object (%s based on URL) was undeterminable: name must be provided"
                            .formatted(asked.name()));
        }
    }

    static boolean isGenerated(ObjectNode object) {
        return Meta.name(object).isEmpty() && !Meta.text(object, "generateName").isEmpty();
    }

    static void generate(ObjectNode object, Supplier<String> suffix) {
        var base = Meta.text(object, "generateName");
        var fitting = base.substring(0, Math.min(base.length(), LONGEST_BASE));
        Meta.of(object).put("name", fitting + suffix.get());
    }

    static List<FieldError> check(Asked asked, ObjectNode object) {
        var rules = asked.resource().rules();
        List<FieldError> errors = new ArrayList<>(rules.validatePrefix(Meta.text(object, "generateName")));
        errors.addAll(rules.validateName(Meta.name(object)));
        return errors;
    }
}
