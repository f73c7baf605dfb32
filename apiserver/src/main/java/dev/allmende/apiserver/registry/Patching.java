package dev.allmende.apiserver.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.apply.FieldTracking;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.json.Quoted;
import dev.allmende.apiserver.patch.JsonPatch;
import dev.allmende.apiserver.patch.MergePatch;
import dev.allmende.apiserver.patch.StrategicMergePatch;
import dev.allmende.apiserver.registry.Updating.Wanted;
import dev.allmende.apiserver.request.BodyReader;
import dev.allmende.apiserver.resource.GroupResource;
import dev.allmende.apiserver.status.FieldError;
import dev.allmende.apiserver.status.Reason;
import dev.allmende.apiserver.status.StatusException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** PATCH in its four media types. */
final class Patching {

    static final String JSON_PATCH = "application/json-patch+json";
    static final String MERGE_PATCH = "application/merge-patch+json";
    static final String STRATEGIC = "application/strategic-merge-patch+json";
    static final String APPLY = "application/apply-patch+yaml";

    private static final String HIDDEN = "(a Secret, not shown)";

    private final Core core;
    private final Creating creating;
    private final Updating updating;

    Patching(Core core, Creating creating, Updating updating) {
        this.core = core;
        this.creating = creating;
        this.updating = updating;
    }

    Result patch(Asked asked, byte[] body, String contentType) {
        var type = BodyReader.mediaType(contentType);
        if (type.equals(APPLY)) {
            return apply(asked, body);
        }
        var patch = patch(asked, type, read(body));
        return updating.update(
                asked, old -> new Wanted(shaped(asked, patch.on(old), () -> unshaped(asked, type, body)), false));
    }

    /** A view of an object, such as its scale, with a patch on it. */
    static ObjectNode patched(Asked asked, ObjectNode view, byte[] body, String contentType) {
        var type = BodyReader.mediaType(contentType);
        return patch(asked, type.equals(STRATEGIC) ? MERGE_PATCH : type, read(body))
                .on(view);
    }

    private interface Patch {
        ObjectNode on(ObjectNode old);
    }

    private static Patch patch(Asked asked, String type, JsonNode patch) {
        return switch (type) {
            case JSON_PATCH -> old -> JsonPatch.apply(old, patch);
            case MERGE_PATCH -> old -> MergePatch.apply(old, patch);
            case STRATEGIC -> {
                if (!asked.resource().kind().builtIn()) {
                    throw unsupported(asked);
                }
                yield old -> StrategicMergePatch.apply(
                        old, patch, asked.resource().kind().schema());
            }
            default -> throw unsupported(asked);
        };
    }

    /** @param unshaped asked for only when the object is refused: shaping it has changed what was patched */
    private static ObjectNode shaped(Asked asked, ObjectNode patched, Supplier<ObjectNode> unshaped) {
        try {
            return Incoming.take(asked, placed(asked, patched), List.of());
        } catch (StatusException e) {
            throw e.status().reason() == Reason.BAD_REQUEST
                    ? unfit(asked, unshaped, e.status().message())
                    : e;
        }
    }

    private ObjectNode unshaped(Asked asked, String type, byte[] body) {
        var stored = core.store()
                .get(asked.key())
                .orElseThrow(() -> StatusException.notFound(asked.resource().groupResource(), asked.name()));
        return placed(asked, patch(asked, type, read(body)).on(Stored.tree(asked.resource(), stored)));
    }

    private static ObjectNode placed(Asked asked, ObjectNode patched) {
        Names.placeInNamespace(asked, patched);
        Names.nameAsAsked(asked, patched);
        return patched;
    }

    /** A patch that makes something else of the object than its kind can be. What is in a Secret stays there. */
    private static StatusException unfit(Asked asked, Supplier<ObjectNode> patched, String why) {
        var intro = Incoming.unfit(asked);
        var shown = asked.resource().storage().equals(GroupResource.SECRETS) ? HIDDEN : Json.text(patched.get());
        var detail = why.startsWith(intro) ? why.substring(intro.length()) : why;
        return StatusException.invalid("", "", "", List.of(FieldError.invalid("patch", Quoted.text(shown), detail)));
    }

    private Result apply(Asked asked, byte[] body) {
        List<String> duplicates = new ArrayList<>();
        var applied = BodyReader.yaml(body, duplicates);
        checkIdentity(asked, applied);
        tracking(asked).check(applied);
        var uid = Meta.text(applied, "uid");
        // without defaults: who applies owns only what is written there
        var pruned = Incoming.pruned(asked, applied, duplicates);
        for (int left = 5; ; left--) {
            if (core.store().get(asked.key()).isPresent()) {
                return updating.update(asked, old -> merged(asked, old, pruned));
            }
            if (!uid.isEmpty()) {
                throw StatusException.conflict(
                        asked.resource().groupResource(),
                        asked.name(),
                        "uid mismatch: the provided object specified uid " + uid
                                + ", and no existing object was found");
            }
            if (!asked.subresource().isEmpty()) {
                throw StatusException.notFound(asked.resource().groupResource(), asked.name());
            }
            try {
                return creating.createApplied(asked, tracked(asked, pruned));
            } catch (StatusException e) {
                if (e.status().reason() != Reason.ALREADY_EXISTS || left == 1) {
                    throw e;
                }
            }
        }
    }

    private ObjectNode tracked(Asked asked, ObjectNode applied) {
        return tracking(asked)
                .apply(null, applied, asked.options().manager(), asked.options().force(), core.now())
                .deepCopy();
    }

    Wanted merged(Asked asked, ObjectNode old, ObjectNode applied) {
        var merged = tracking(asked)
                .apply(old, applied, asked.options().manager(), asked.options().force(), core.now());
        var version = Meta.text(applied, "resourceVersion");
        var object = merged.deepCopy();
        Meta.of(object).put("resourceVersion", version);
        asked.resource().rules().fill(object);
        return new Wanted(object, true);
    }

    private static FieldTracking tracking(Asked asked) {
        return asked.resource().trackings().of(asked.subresource());
    }

    private static void checkIdentity(Asked asked, ObjectNode applied) {
        var kind = asked.resource().kind();
        var version = applied.path("apiVersion").asText("");
        var name = applied.path("kind").asText("");
        if (!version.equals(kind.apiVersion()) || !name.equals(kind.kind())) {
            var group = version.contains("/") || version.isEmpty() ? version : "/" + version;
            throw StatusException.badRequest(
                    "invalid object type: %s, Kind=%s".formatted(group.isEmpty() ? "/" : group, name));
        }
        Names.placeInNamespace(asked, applied);
        Names.requireName(asked, applied);
        Names.nameAsAsked(asked, applied);
    }

    private static JsonNode read(byte[] body) {
        try {
            return Json.MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            throw StatusException.badRequest("the patch is no JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StatusException unsupported(Asked asked) {
        List<String> accepted = new ArrayList<>(List.of(JSON_PATCH, MERGE_PATCH, APPLY));
        if (asked.resource().kind().builtIn()) {
            accepted.add(2, STRATEGIC);
        }
        return StatusException.of(
                Reason.UNSUPPORTED_MEDIA_TYPE,
                "the body of the request was in an unknown format - accepted media types include: "
                        + String.join(", ", accepted));
    }
}
