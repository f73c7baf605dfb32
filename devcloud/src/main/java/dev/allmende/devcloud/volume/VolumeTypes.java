package dev.allmende.devcloud.volume;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.devcloud.http.Answer;
import dev.allmende.devcloud.http.Refused;
import dev.allmende.devcloud.http.Request;
import dev.allmende.devcloud.scenario.Generated;
import dev.allmende.devcloud.scenario.Scenario;
import dev.allmende.devcloud.scenario.Things;
import dev.allmende.devcloud.world.Ids;
import dev.allmende.devcloud.world.Json;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Volume types. Extra specs are for admins; members see an empty map (cinder/api/views/types.py). */
final class VolumeTypes {
    private final List<ObjectNode> types;

    VolumeTypes(Scenario scenario, Ids ids) {
        types = Stream.concat(
                        scenario.volumeTypes().stream(),
                        Generated.volumeTypes(scenario.generate().volumeTypes()))
                .map(type -> row(type, ids))
                .toList();
    }

    private static ObjectNode row(Things.VolumeType type, Ids ids) {
        ObjectNode row =
                Json.object().put("id", ids.uuid("volume type", type.name())).put("name", type.name());
        row.put("is_public", type.isPublic());
        type.description().ifPresentOrElse(text -> row.put("description", text), () -> row.putNull("description"));
        row.set("extra_specs", Json.texts(type.extraSpecs()));
        return row;
    }

    void routes(Scoped routes) {
        routes.on("GET", "types", this::list)
                .on("POST", "types", _ -> {
                    throw Volume.policy("volume_extension:type_create");
                })
                .on("GET", "types/{id}", this::show);
    }

    /** The type that new volumes get: the first of the scenario. */
    Optional<ObjectNode> standard() {
        return types.stream().findFirst();
    }

    Optional<ObjectNode> find(String nameOrId) {
        return types.stream()
                .filter(t -> t.path("id").asText().equals(nameOrId)
                        || t.path("name").asText().equals(nameOrId))
                .findFirst();
    }

    static boolean isEncrypted(ObjectNode type) {
        return type.path("description").asText("").contains("encrypted");
    }

    private Answer list(Request request) {
        List<ObjectNode> visible = types.stream()
                .filter(t -> t.path("is_public").asBoolean() || request.caller().isAdmin())
                .toList();
        return Volume.page(
                request,
                "volume_types",
                "volume_type_links",
                visible,
                row -> shown(request, row)
                        .put(
                                "os-volume-type-access:is_public",
                                row.path("is_public").asBoolean()));
    }

    private static ObjectNode shown(Request request, ObjectNode row) {
        ObjectNode shown = row.deepCopy();
        if (!request.caller().isAdmin()) {
            shown.set("extra_specs", Json.object());
        }
        return shown;
    }

    private Answer show(Request request) {
        String id = request.part("id");
        Optional<ObjectNode> row = id.equals("default")
                ? standard()
                : types.stream().filter(t -> t.path("id").asText().equals(id)).findFirst();
        ObjectNode found = row.orElseThrow(() -> Refused.notFound("Volume type " + id + " could not be found."));
        return Answer.ok(Json.object().set("volume_type", shown(request, found)));
    }
}
