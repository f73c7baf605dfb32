package dev.allmende.devcloud.compute;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.devcloud.http.Answer;
import dev.allmende.devcloud.http.Microversion;
import dev.allmende.devcloud.http.Paging;
import dev.allmende.devcloud.http.Refused;
import dev.allmende.devcloud.http.Request;
import dev.allmende.devcloud.http.Routes;
import dev.allmende.devcloud.scenario.Generated;
import dev.allmende.devcloud.scenario.Scenario;
import dev.allmende.devcloud.scenario.Things;
import dev.allmende.devcloud.world.Ids;
import dev.allmende.devcloud.world.Json;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Flavors. Extra specs are in the lists only from microversion 2.61 on. */
final class Flavors {
    private static final int MAX_LIMIT = 1000;

    static final Paging.Complaints COMPLAINTS = new Paging.Complaints() {
        @Override
        public Refused limit(String value) {
            return Refused.badRequest(
                    "Invalid input for query parameters limit. Value: %s. '%s' does not match '^[0-9]*$'"
                            .formatted(value, value));
        }

        @Override
        public Refused marker(String value) {
            return Refused.badRequest("marker [" + value + "] not found");
        }
    };

    private final List<ObjectNode> flavors;

    Flavors(Scenario scenario, Ids ids) {
        flavors = Stream.concat(
                        scenario.flavors().stream(),
                        Generated.flavors(scenario.generate().flavors()))
                .map(flavor -> row(flavor, ids))
                .sorted(Comparator.comparing(row -> row.path("id").asText()))
                .toList();
    }

    private static ObjectNode row(Things.Flavor flavor, Ids ids) {
        ObjectNode row =
                Json.object().put("id", ids.uuid("flavor", flavor.name())).put("name", flavor.name());
        row.put("ram", flavor.ram()).put("disk", flavor.disk()).put("swap", 0).put("OS-FLV-EXT-DATA:ephemeral", 0);
        row.put("OS-FLV-DISABLED:disabled", false).put("vcpus", flavor.vcpus());
        row.put("os-flavor-access:is_public", flavor.isPublic()).put("rxtx_factor", 1.0);
        row.set("extra_specs", Json.texts(flavor.extraSpecs()));
        return row;
    }

    void routes(Routes routes) {
        for (String root : List.of("/v2.1", "/v2.1/{project}")) {
            routes.on("GET", root + "/flavors/detail", r -> list(r, true))
                    .on("GET", root + "/flavors", r -> list(r, false))
                    .on("POST", root + "/flavors", _ -> {
                        throw Compute.policy("os-flavor-manage:create");
                    })
                    .on("GET", root + "/flavors/{id}", this::show)
                    .on("GET", root + "/flavors/{id}/os-extra_specs", this::extraSpecs);
        }
    }

    Optional<ObjectNode> find(String id) {
        return flavors.stream()
                .filter(row -> row.path("id").asText().equals(id))
                .findFirst();
    }

    String idOf(String name) {
        return flavors.stream()
                .filter(row -> row.path("name").asText().equals(name))
                .findFirst()
                .map(row -> row.path("id").asText())
                .orElseThrow(() -> new dev.allmende.devcloud.scenario.ScenarioException(
                        "a server of the scenario has the flavor '" + name + "', which does not exist"));
    }

    private Answer list(Request request, boolean detail) {
        boolean all = request.caller().isAdmin()
                && request.query()
                        .first("is_public")
                        .filter(v -> v.equalsIgnoreCase("none"))
                        .isPresent();
        List<ObjectNode> visible = flavors.stream()
                .filter(row -> all || row.path("os-flavor-access:is_public").asBoolean())
                .toList();
        Paging page = Paging.cut(visible, request.query(), MAX_LIMIT, MAX_LIMIT, COMPLAINTS);
        Microversion version = ComputeManners.version(request);
        List<ObjectNode> rows = page.items().stream()
                .map(row -> detail ? full(request, row, version) : Links.named(request, "flavors", row))
                .toList();
        ObjectNode body = Json.object();
        body.set("flavors", Json.array(rows));
        page.next().ifPresent(marker -> body.set("flavors_links", Links.next(request, marker)));
        return Answer.ok(body);
    }

    /** Nova shows swap 0 as empty text before 2.75, and description and extra specs from 2.55 and 2.61 on. */
    private static ObjectNode full(Request request, ObjectNode row, Microversion version) {
        ObjectNode shown = row.deepCopy();
        shown.remove("extra_specs");
        if (!version.atLeast(75)) {
            shown.put("swap", "");
        }
        shown.set("links", Links.both(request, "flavors", row.path("id").asText()));
        if (version.atLeast(55)) {
            shown.putNull("description");
        }
        if (version.atLeast(61)) {
            shown.set("extra_specs", row.path("extra_specs"));
        }
        return shown;
    }

    private ObjectNode need(Request request) {
        String id = request.part("id");
        return find(id).orElseThrow(() -> Refused.notFound("Flavor " + id + " could not be found."));
    }

    private Answer show(Request request) {
        return Answer.ok(Json.object().set("flavor", full(request, need(request), ComputeManners.version(request))));
    }

    private Answer extraSpecs(Request request) {
        return Answer.ok(Json.object().set("extra_specs", need(request).path("extra_specs")));
    }
}
