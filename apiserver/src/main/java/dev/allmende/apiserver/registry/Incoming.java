package dev.allmende.apiserver.registry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.json.Quoted;
import dev.allmende.apiserver.request.WriteOptions.Validation;
import dev.allmende.apiserver.status.FieldError;
import dev.allmende.apiserver.status.StatusException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Takes in an object from a client: right version and kind, unknown fields away, defaults in. */
final class Incoming {

    private Incoming() {}

    /** @param duplicates paths of fields that the body had twice */
    static ObjectNode take(Asked asked, ObjectNode object, List<String> duplicates) {
        checkKind(asked, object);
        return shape(asked, object, duplicates);
    }

    /** Prunes and fills an object, and tells the client what it did not know. */
    static ObjectNode shape(Asked asked, ObjectNode object, List<String> duplicates) {
        pruned(asked, object, duplicates);
        asked.resource().rules().fill(object);
        return object;
    }

    static ObjectNode pruned(Asked asked, ObjectNode object, List<String> duplicates) {
        Meta.of(object);
        asked.resource().rules().malformed(object).ifPresent(why -> {
            throw StatusException.badRequest(why.contains("cannot be handled as") ? why : unfit(asked) + why);
        });
        var unknown = asked.resource().rules().prune(object);
        if (!unknown.isEmpty() || !duplicates.isEmpty()) {
            complain(asked, unknown, duplicates);
        }
        return object;
    }

    private static void checkKind(Asked asked, ObjectNode object) {
        var kind = asked.resource().kind();
        var version = object.path("apiVersion").asText("");
        var name = object.path("kind").asText("");
        if (version.isEmpty() && kind.builtIn()) {
            object.put("apiVersion", kind.apiVersion());
            version = kind.apiVersion();
        }
        if (name.isEmpty()) {
            if (!kind.builtIn()) {
                throw StatusException.badRequest("Object 'Kind' is missing in the object that was sent");
            }
            object.put("kind", kind.kind());
            name = kind.kind();
        }
        if (!version.equals(kind.apiVersion())) {
            throw StatusException.badRequest(
                    "the API version in the data (%s) does not match the expected API version (%s)"
                            .formatted(version, kind.apiVersion()));
        }
        if (!name.equals(kind.kind()) && !kind.builtIn()) {
            throw StatusException.invalid(
                    kind.groupVersion().group(),
                    name,
                    Meta.name(object),
                    List.of(FieldError.invalid("kind", Quoted.text(name), "must be " + kind.kind())));
        }
        if (!name.equals(kind.kind())) {
            throw StatusException.badRequest(
                    "%s in version \"%s\" cannot be handled as a %s: the kind in the data (%s) does not match"
                            .formatted(name, version, kind.kind(), name));
        }
    }

    /** How complaints about an object that its kind cannot be begin. */
    static String unfit(Asked asked) {
        var kind = asked.resource().kind();
        return "%s in version \"%s\" cannot be handled as a %s: "
                .formatted(kind.kind(), kind.groupVersion().version(), kind.kind());
    }

    private static void complain(Asked asked, List<String> unknown, List<String> duplicates) {
        List<String> complaints = new ArrayList<>();
        duplicates.forEach(path -> complaints.add("duplicate field \"%s\"".formatted(path)));
        unknown.forEach(path -> complaints.add("unknown field \"%s\"".formatted(path)));
        if (asked.options().validation() == Validation.WARN) {
            asked.warnings().addAll(complaints);
        } else if (asked.options().validation() == Validation.STRICT) {
            throw StatusException.badRequest(unfit(asked)
                    + complaints.stream().collect(Collectors.joining(", ", "strict decoding error: ", "")));
        }
    }
}
