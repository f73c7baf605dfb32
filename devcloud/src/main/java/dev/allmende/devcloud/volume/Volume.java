package dev.allmende.devcloud.volume;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.devcloud.fault.Faults;
import dev.allmende.devcloud.http.Answer;
import dev.allmende.devcloud.http.Manners;
import dev.allmende.devcloud.http.Paging;
import dev.allmende.devcloud.http.Refused;
import dev.allmende.devcloud.http.Request;
import dev.allmende.devcloud.http.Routes;
import dev.allmende.devcloud.http.Service;
import dev.allmende.devcloud.scenario.Scenario;
import dev.allmende.devcloud.world.Json;
import dev.allmende.devcloud.world.World;
import java.util.List;
import java.util.function.Function;

/** Cinder: the version document, zones, limits, and the wiring of its parts. */
public final class Volume implements Service {
    private static final int MAX_LIMIT = 1000;

    private static final Paging.Complaints COMPLAINTS = new Paging.Complaints() {
        @Override
        public Refused limit(String value) {
            return Refused.badRequest("Invalid input received: limit must be an integer");
        }

        @Override
        public Refused marker(String value) {
            return Refused.notFound("Volume " + value + " could not be found.");
        }
    };

    private final Routes routes = new Routes();
    private final Manners manners = new VolumeManners();
    private final Scenario scenario;
    private final Attachments attachments;

    public Volume(Scenario scenario, World world, Faults faults) {
        this.scenario = scenario;
        Store store = new Store(world, scenario, faults);
        VolumeTypes types = new VolumeTypes(scenario, world.ids());
        attachments = new Attachments(store, types);
        routes.open("GET", "", Volume::versions).open("GET", "/", Volume::versions);
        Scoped scoped = new Scoped(routes);
        scoped.on("GET", "os-availability-zone", this::zones)
                .on("GET", "limits", r -> limits(store, r))
                .on("GET", "extensions", _ -> Answer.ok(Json.object().set("extensions", Json.array())))
                .on("GET", "os-services", _ -> {
                    throw policy("volume_extension:services:index");
                })
                .on("GET", "scheduler-stats/get_pools", _ -> {
                    throw policy("scheduler_extension:scheduler_stats:get_pools");
                });
        types.routes(scoped);
        new Volumes(store, types).routes(scoped);
        new Snapshots(store).routes(scoped);
        new Backups(store).routes(scoped);
        store.quotas.routes(scoped, store::used);
    }

    @Override
    public String prefix() {
        return "/volume";
    }

    @Override
    public Routes routes() {
        return routes;
    }

    @Override
    public Manners manners() {
        return manners;
    }

    /** What Nova asks Cinder for. */
    public Attachments attachments() {
        return attachments;
    }

    private Answer limits(Store store, Request request) {
        List<ObjectNode> volumes = store.own(store.volumes, request);
        List<ObjectNode> backups = store.own(store.backups, request);
        ObjectNode absolute =
                Json.object().put("maxTotalVolumes", scenario.quota().volumes());
        absolute.put("maxTotalSnapshots", 10)
                .put("maxTotalVolumeGigabytes", scenario.quota().gigabytes());
        absolute.put("maxTotalBackups", scenario.quota().backups()).put("maxTotalBackupGigabytes", 1000);
        absolute.put("totalVolumesUsed", volumes.size()).put("totalGigabytesUsed", gigabytes(volumes));
        absolute.put("totalSnapshotsUsed", store.own(store.snapshots, request).size());
        absolute.put("totalBackupsUsed", backups.size()).put("totalBackupGigabytesUsed", gigabytes(backups));
        ObjectNode limits = Json.object();
        limits.set("rate", Json.array());
        limits.set("absolute", absolute);
        return Answer.ok(Json.object().set("limits", limits));
    }

    private static int gigabytes(List<ObjectNode> rows) {
        return rows.stream().mapToInt(row -> row.path("size").asInt()).sum();
    }

    /** Most acts of Cinder have a media type for their empty body, and one more request id; its plain deletes do not. */
    static Answer taken(Request request, int status) {
        return Answer.empty(status).with("Content-Type", "application/json").with("X-Compute-Request-Id", request.id());
    }

    static Refused policy(String rule) {
        return Refused.forbidden("Policy doesn't allow " + rule + " to be performed.");
    }

    static Answer page(
            Request request, String key, String links, List<ObjectNode> all, Function<ObjectNode, ObjectNode> view) {
        Paging page = Paging.cut(all, request.query(), MAX_LIMIT, MAX_LIMIT, COMPLAINTS);
        ObjectNode body = Json.object();
        body.set(key, Json.array(page.map(view).items()));
        page.next().ifPresent(marker -> {
            String href =
                    request.base() + request.path() + "?" + request.query().withMarker(marker);
            body.set(links, Json.array(List.of(Json.link("next", href))));
        });
        return Answer.ok(body);
    }

    private static Answer versions(Request request) {
        ObjectNode version = Json.object().put("id", "v3.0").put("status", "CURRENT");
        version.put("version", VolumeManners.HIGHEST.toString());
        version.put("min_version", VolumeManners.LOWEST.toString()).put("updated", "2022-08-31T00:00:00Z");
        version.set(
                "links",
                Json.array(List.of(
                        Json.object()
                                .put("rel", "describedby")
                                .put("type", "text/html")
                                .put("href", "https://docs.openstack.org/"),
                        Json.link("self", request.base() + "/v3/"))));
        version.set(
                "media-types",
                Json.array(List.of(Json.object()
                        .put("base", "application/json")
                        .put("type", "application/vnd.openstack.volume+json;version=3"))));
        return Answer.json(300, Json.object().set("versions", Json.array(List.of(version))));
    }

    private Answer zones(Request request) {
        List<ObjectNode> zones = scenario.zones().stream()
                .map(name -> {
                    ObjectNode zone = Json.object().put("zoneName", name);
                    zone.set("zoneState", Json.object().put("available", true));
                    return zone;
                })
                .toList();
        return Answer.ok(Json.object().set("availabilityZoneInfo", Json.array(zones)));
    }
}
