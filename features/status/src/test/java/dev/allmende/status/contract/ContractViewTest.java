package dev.allmende.status.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.api.status.Component;
import dev.allmende.api.status.ComponentSpec;
import dev.allmende.apiserver.junit.ApiServerExtension;
import dev.allmende.status.Stage;
import dev.allmende.status.Status;
import dev.allmende.status.caller.Caller;
import dev.allmende.status.probe.CloudAccess;
import dev.allmende.status.view.Reply;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.ByteArrayInputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ApiServerExtension.class)
class ContractViewTest {

    private static final InstantSource NOON = InstantSource.fixed(Instant.parse("2026-11-26T12:00:00Z"));
    private static final Map<String, String> WRITER =
            Map.of("content-type", "application/json", "authorization", "Bearer ada");
    private static final String DAY = "?start=2026-11-26T00:00:00Z&end=2026-11-27T00:00:00Z";

    /** Ada may all, Ben nothing, Cleo is a browser. */
    private static final Status.Access ACCESS = new Status.Access(
            ask -> switch (ask.header("Authorization") + ask.header("Cookie")) {
                case "Bearer ada" -> Optional.of(new Caller("ada", List.of("staff"), Caller.Proof.TOKEN));
                case "Bearer ben" -> Optional.of(new Caller("ben", List.of(), Caller.Proof.TOKEN));
                case "cleo" -> Optional.of(new Caller("cleo", List.of(), Caller.Proof.COOKIE));
                default -> Optional.<Caller>empty();
            },
            (caller, verb, resource, namespace) -> !caller.name().equals("ben"));

    private static Stage stage(KubernetesClient kubernetes, String namespace) throws InterruptedException {
        var stage = new Stage(kubernetes, namespace, NOON, CloudAccess.none(), ACCESS);
        stage.make(Stage.page("Our cloud"), "page");
        return stage;
    }

    /** A client of one page. */
    private record Client(Stage stage, String root) {

        Reply ask(String method, String path, String body) throws InterruptedException {
            return stage.ask(method, root + path, body, WRITER);
        }

        Reply get(String path) throws InterruptedException {
            return stage.ask("GET", root + path, "", Map.of());
        }

        JsonNode data(String path) throws InterruptedException {
            var reply = get(path);
            assertThat(reply.code()).as(path + Stage.text(reply)).isEqualTo(200);
            return Contract.json(reply).path("data");
        }

        String made(String path, String body) throws InterruptedException {
            var reply = ask("POST", path, body);
            assertThat(reply.code()).as(path + Stage.text(reply)).isEqualTo(201);
            return Contract.json(reply).path("id").asText();
        }
    }

    @Test
    void allOperationsAnswerAsTheContractSaysAtTheRootAndBelowAPage(KubernetesClient kubernetes) throws Exception {
        var contract = new Contract();
        try (var stage = stage(kubernetes, "status")) {
            for (var root : List.of("", "/status/status/api")) {
                walk(contract, new Client(stage, root), root.length());
            }
        }
        assertThat(contract.seen).isEqualTo(contract.operations()).hasSize(27);
    }

    private static void walk(Contract contract, Client client, int round) throws InterruptedException {
        var generation = contract.holds("POST", "/phases", client.ask("POST", "/phases", """
                {"generation": 77, "phases": ["Scheduled", "Done"]}"""))
                .path("generation")
                .asInt();
        contract.holds("GET", "/phases", client.get("/phases?generation=" + generation));

        var types = "/impacttypes";
        var type = contract.holds("POST", types, client.ask("POST", types, "{\"displayName\": \"Slow\"}"))
                .path("id")
                .asText();
        contract.holds("GET", types, client.get(types + "/"));
        contract.holds("PATCH", types + "/{impactTypeId}", client.ask("PATCH", types + "/" + type, """
                {"id": "00000000-0000-0000-0000-000000000000", "description": "Takes long"}"""));
        var read = contract.holds("GET", types + "/{impactTypeId}", client.get(types + "/" + type));
        assertThat(read.at("/data/id").asText()).isEqualTo(type);
        assertThat(read.at("/data/displayName").asText()).isEqualTo("Slow");

        var severities = "/severities";
        var name = "quite/bad " + round;
        contract.holds("POST", severities, client.ask("POST", severities, """
                {"displayName": "%s", "value": %d}""".formatted(name, 70 + round)));
        contract.holds("GET", severities, client.get(severities));
        contract.holds("PATCH", severities + "/{severityName}", client.ask("PATCH", severities + "/" + name, """
                {"value": 90}"""));
        assertThat(contract.holds("GET", severities + "/{severityName}", client.get(severities + "/" + name))
                        .at("/data/value")
                        .asInt())
                .isEqualTo(90);
        contract.holds("DELETE", severities + "/{severityName}", client.ask("DELETE", severities + "/" + name, ""));

        var components = "/components";
        var component = contract.holds("POST", components, client.ask("POST", components, """
                {"displayName": "Volumes", "labels": {"az": "1"}, "activelyAffectedBy": []}"""))
                .path("id")
                .asText();
        contract.holds("PATCH", components + "/{componentId}", client.ask("PATCH", components + "/" + component, """
                {"labels": {"az": "2"}}"""));

        var incidents = "/incidents";
        var one = incidents + "/{incidentId}";
        var incident = contract.holds(
                        "POST", incidents, client.ask("POST", incidents, """
                {"displayName": "Disks", "beganAt": "2026-11-26T12:00:00+01:00", "endedAt": null,
                 "phase": {"generation": %d, "order": 0}, "updates": [7],
                 "affects": [{"type": "%s", "reference": "%s", "severity": 50}]}""".formatted(generation, type, component)))
                .path("id")
                .asText();
        contract.holds("GET", incidents, client.get(incidents + DAY));
        contract.holds("GET", components, client.get(components));
        var suffers = contract.holds("GET", components + "/{componentId}", client.get(components + "/" + component));
        assertThat(suffers.at("/data/activelyAffectedBy/0/reference").asText()).isEqualTo(incident);
        assertThat(suffers.at("/data/labels/az").asText()).isEqualTo("2");
        assertThat(client.ask("DELETE", components + "/" + component, "").code())
                .isEqualTo(409);
        assertThat(client.ask("DELETE", types + "/" + type, "").code()).isEqualTo(409);

        var path = incidents + "/" + incident;
        contract.holds("PATCH", one, client.ask("PATCH", path, "{\"endedAt\": \"2026-11-26T11:30:00Z\"}"));
        contract.holds("PATCH", one, client.ask("PATCH", path, "{\"endedAt\": null}"));
        var reopened = contract.holds("GET", one, client.get(path));
        assertThat(reopened.at("/data/endedAt").isNull()).isTrue();
        assertThat(reopened.at("/data/affects")).hasSize(1);
        assertThat(reopened.at("/data/updates")).isEmpty();
        updates(contract, client, path);
        contract.holds("DELETE", one, client.ask("DELETE", path, ""));
        contract.holds("DELETE", components + "/{componentId}", client.ask("DELETE", components + "/" + component, ""));
        contract.holds("DELETE", types + "/{impactTypeId}", client.ask("DELETE", types + "/" + type, ""));
        assertThat(client.get(path).code()).isEqualTo(404);
        assertThat(client.get(components + "/" + component).code()).isEqualTo(404);
    }

    private static void updates(Contract contract, Client client, String path) throws InterruptedException {
        var list = "/incidents/{incidentId}/updates";
        var one = list + "/{updateOrder}";
        var updates = path + "/updates";
        contract.holds("POST", list, client.ask("POST", updates, "{\"order\": 9, \"displayName\": \"We look\"}"));
        var second = contract.holds("POST", list, client.ask("POST", updates, "{\"displayName\": \"Found\"}"))
                .path("order")
                .asInt();
        assertThat(second).isEqualTo(1);
        contract.holds("GET", list, client.get(updates));
        contract.holds("PATCH", one, client.ask("PATCH", updates + "/1", "{\"description\": \"A disk\"}"));
        var read = contract.holds("GET", one, client.get(updates + "/1"));
        assertThat(read.at("/data/displayName").asText()).isEqualTo("Found");
        contract.holds("DELETE", one, client.ask("DELETE", updates + "/1", ""));
        var third = contract.holds("POST", list, client.ask("POST", updates, "{\"displayName\": \"Again\"}"));
        assertThat(third.path("order").asInt())
                .as("a number is not given twice")
                .isEqualTo(2);
    }

    @Test
    void theSchemaCheckSeesWhatIsWrong() {
        var contract = new Contract();
        var list = "#/components/responses/IncidentListResponse";
        var json = Contract.JSON.createObjectNode();
        var incident = json.putArray("data").addObject().put("id", "00000000-0000-0000-0000-000000000000");
        assertThat(contract.faults(list, json)).isEmpty();
        incident.putNull("endedAt");
        assertThat(contract.faults(list, json)).isEmpty();
        incident.put("endedAt", "yesterday");
        assertThat(contract.faults(list, json)).isNotEmpty();
        incident.remove("endedAt");
        incident.putNull("phase");
        assertThat(contract.faults(list, json)).isNotEmpty();
        incident.remove(List.of("phase", "id"));
        assertThat(contract.faults(list, json)).isNotEmpty();
    }

    @Test
    void whatTheReferenceServerGetsWrongIsRight(KubernetesClient kubernetes) throws Exception {
        try (var stage = stage(kubernetes, "defects")) {
            var client = new Client(stage, "/status/defects/api");
            var type = client.made("/impacttypes", "{\"displayName\": \"Slow\"}");
            var disks = client.made("/components", "{\"displayName\": \"Disks\"}");
            var nets = client.made("/components", "{\"displayName\": \"Nets\"}");
            var bare = client.made("/incidents", "{\"displayName\": \"No phase\"}");
            assertThat(client.data("/incidents" + DAY).findValuesAsText("id")).containsExactly(bare);
            assertThat(client.data("/incidents/" + bare).has("phase")).isFalse();

            var window = client.made("/incidents", """
                    {"displayName": "Maintenance", "beganAt": "2026-11-26T11:00:00Z", "endedAt": "2026-11-26T13:00:00Z",
                     "affects": [{"type": "%s", "reference": "%s", "severity": 0}]}""".formatted(type, disks));
            assertThat(active(client, disks, "")).containsExactly(window);
            assertThat(active(client, nets, "?at=2026-11-26T12:00:00Z")).isEmpty();
            assertThat(active(client, disks, "?at=2026-11-26T12:59:59Z")).containsExactly(window);
            assertThat(active(client, disks, "?at=2026-11-26T14:00:00+01:00")).isEmpty();

            var both = """
                    {"affects": [{"type": "%s", "reference": "%s", "severity": 0},
                                 {"type": "%s", "reference": "%s", "severity": 0}]}""".formatted(type, disks, type, nets);
            assertThat(client.ask("PATCH", "/incidents/" + window, both).code()).isEqualTo(204);
            var open = client.ask("PATCH", "/incidents/" + window, "{\"endedAt\": null}");
            assertThat(open.code()).isEqualTo(400);
            assertThat(Contract.json(open).at("/errors/0/pointer").asText()).isEqualTo("#/endedAt");

            client.made("/incidents", """
                    {"displayName": "Later", "beganAt": "2026-11-26T12:00:01Z",
                     "affects": [{"type": "%s", "reference": "%s", "severity": 9}]}""".formatted(type, nets));
            assertThat(active(client, nets, "")).containsExactly(window);
            assertThat(client.get("/incidents/" + type + "/updates").code()).isEqualTo(404);
            assertThat(Contract.json(client.ask("POST", "/incidents", """
                            {"affects": [{"type": "%s", "reference": "%s", "severity": 5}]}""".formatted(type, type)))
                            .at("/errors/0/pointer")
                            .asText())
                    .isEqualTo("#/affects/0/reference");
        }
    }

    private static List<String> active(Client client, String component, String query) throws InterruptedException {
        return client.data("/components/" + component + query)
                .path("activelyAffectedBy")
                .findValuesAsText("reference");
    }

    @Test
    void twoWritersOfOneIncidentNeverCollide(KubernetesClient kubernetes) throws Exception {
        try (var stage = stage(kubernetes, "writers");
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var client = new Client(stage, "/status/writers/api");
            var path = "/incidents/" + client.made("/incidents", "{\"displayName\": \"Busy\"}") + "/updates";
            Callable<Integer> write = () ->
                    client.ask("POST", path, "{\"displayName\": \"news\"}").code();
            var codes = new ArrayList<Integer>();
            for (var each : threads.invokeAll(Collections.nCopies(12, write))) {
                codes.add(each.get());
            }
            assertThat(codes).containsOnly(201);
            assertThat(client.data(path).findValuesAsText("order"))
                    .containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11");
        }
    }

    @Test
    void readersMayKeepAnswersAndTakeListsInParts(KubernetesClient kubernetes) throws Exception {
        try (var stage = stage(kubernetes, "readers")) {
            var client = new Client(stage, "/status/readers/api");
            for (int i = 1; i <= 5; i++) {
                client.made(
                        "/incidents",
                        "{\"displayName\": \"I%d\", \"beganAt\": \"2026-11-26T0%d:00:00Z\"}".formatted(i, i));
            }
            var all = client.data("/incidents" + DAY).findValuesAsText("displayName");
            assertThat(all).containsExactly("I5", "I4", "I3", "I2", "I1");
            var parts = new ArrayList<String>();
            var next = DAY + "&limit=2";
            while (!next.isEmpty()) {
                var part = client.get("/incidents" + URLDecoder.decode(next, StandardCharsets.UTF_8));
                parts.addAll(Contract.json(part).path("data").findValuesAsText("displayName"));
                next = part.headers().getOrDefault("Link", "").replaceFirst("^<(.*)>; rel=\"next\"$", "$1");
            }
            assertThat(parts).isEqualTo(all);

            var url = "/status/readers/api/incidents" + DAY;
            var first = stage.ask("GET", url, "", Map.of("accept-encoding", "br;q=1, gzip;q=0.5"));
            var tag = first.headers().getOrDefault("ETag", "");
            assertThat(stage.ask("GET", url, "", Map.of("if-none-match", "\"other\", " + tag))
                            .code())
                    .isEqualTo(304);
            client.made(
                    "/incidents",
                    "{\"displayName\": \"%s\"}".formatted("long ".repeat(60).strip()));
            client.made("/incidents", "{\"displayName\": \"Six\"}");
            var packed = stage.ask("GET", url, "", Map.of("accept-encoding", "gzip", "if-none-match", tag));
            assertThat(packed.code()).isEqualTo(200);
            assertThat(packed.headers()).containsEntry("Content-Encoding", "gzip");
            var unpacked = new GZIPInputStream(new ByteArrayInputStream(packed.body()));
            assertThat(unpacked.readAllBytes())
                    .isEqualTo(client.get("/incidents" + DAY).body());
        }
    }

    @Test
    void onlyWhoMayWritesAndOnlyFromHereWithACookie(KubernetesClient kubernetes) throws Exception {
        try (var stage = stage(kubernetes, "rights")) {
            var path = "/status/rights/api/components";
            var body = "{\"displayName\": \"Disks\"}";
            Map<String, String> json = Map.of("content-type", "application/json");
            var stranger = stage.ask("POST", path, body, json);
            assertThat(stranger.code()).isEqualTo(401);
            assertThat(stranger.headers()).containsEntry("WWW-Authenticate", "Bearer realm=\"allmende\"");
            var ben = stage.ask("POST", path, body, with(json, "authorization", "Bearer ben"));
            assertThat(ben.code()).isEqualTo(403);
            assertThat(Stage.text(ben)).contains("ben has no right to create components.status.allmende.dev");
            var cleo = with(with(json, "cookie", "cleo"), "host", "cloud.example");
            assertThat(stage.ask("POST", path, body, cleo).code()).isEqualTo(403);
            assertThat(stage.ask("POST", path, body, with(cleo, "origin", "https://evil.example"))
                            .code())
                    .isEqualTo(403);
            assertThat(stage.ask("POST", path, body, with(cleo, "origin", "https://cloud.example"))
                            .code())
                    .isEqualTo(201);
            var made = kubernetes
                    .resources(Component.class)
                    .inNamespace("rights")
                    .list()
                    .getItems();
            assertThat(made)
                    .singleElement()
                    .satisfies(component -> assertThat(component.getMetadata().getAnnotations())
                            .containsEntry(Store.CHANGED_BY, "cleo"));

            var preflight = stage.ask("OPTIONS", path, "", Map.of("origin", "https://front.example"));
            assertThat(preflight.code()).isEqualTo(204);
            assertThat(preflight.headers())
                    .containsEntry("Access-Control-Allow-Origin", "*")
                    .containsEntry("Access-Control-Allow-Methods", "GET, HEAD, POST, OPTIONS");
            var put = stage.ask("PUT", path, body, WRITER);
            assertThat(put.code()).isEqualTo(405);
            assertThat(put.headers()).containsEntry("Allow", "GET, HEAD, POST, OPTIONS");
            assertThat(stage.ask("POST", path, body, Map.of("authorization", "Bearer ada"))
                            .code())
                    .isEqualTo(415);
            assertThat(stage.ask("POST", path, "x".repeat(1 << 21), WRITER).code())
                    .isEqualTo(413);
        }
    }

    @Test
    void componentsForAGroupAreHiddenFromOthers(KubernetesClient kubernetes) throws Exception {
        try (var stage = stage(kubernetes, "circles")) {
            var inner = new Component();
            inner.setSpec(
                    new ComponentSpec("Inner", null, List.of(), null, null, Map.of(), List.of(), List.of("staff")));
            stage.make(inner, "inner");
            var client = new Client(stage, "/status/circles/api");
            var type = client.made("/impacttypes", "{\"displayName\": \"Slow\"}");
            var seen = Contract.json(client.ask("GET", "/components", ""))
                    .at("/data/0/id")
                    .asText();
            client.made("/incidents", """
                    {"displayName": "Inside", "beganAt": "2026-11-26T11:00:00Z",
                     "affects": [{"type": "%s", "reference": "%s", "severity": 9}]}""".formatted(type, seen));
            assertThat(client.data("/components")).isEmpty();
            assertThat(client.data("/incidents" + DAY)).isEmpty();
            assertThat(Contract.json(client.ask("GET", "/incidents" + DAY, "")).path("data"))
                    .hasSize(1);
        }
    }

    @Test
    void nonsenseIsAnsweredWithAProblemAndNeverAsAFaultOfOurs(KubernetesClient kubernetes) throws Exception {
        try (var stage = stage(kubernetes, "fuzz")) {
            var client = new Client(stage, "/status/fuzz/api");
            var known = List.of(
                    client.made("/components", "{\"displayName\": \"Disks\"}"),
                    client.made("/impacttypes", "{\"displayName\": \"Slow\"}"),
                    client.made("/incidents", "{\"displayName\": \"Busy\"}"));
            var nonsense = new Nonsense(new Random(26), known);
            var codes = new HashMap<Integer, Integer>();
            for (int i = 0; i < 1500; i++) {
                var method = nonsense.method();
                var path = nonsense.path();
                var body = nonsense.body();
                var reply = client.ask(method, path, body);
                codes.merge(reply.code(), 1, Integer::sum);
                assertThat(reply.code())
                        .as("%s %s %s: %s", method, path, body, Stage.text(reply))
                        .isIn(200, 201, 204, 400, 404, 405, 409, 410);
                if (reply.code() >= 400) {
                    assertThat(reply.contentType()).isEqualTo("application/problem+json");
                    assertThat(Contract.json(reply).path("status").asInt()).isEqualTo(reply.code());
                }
            }
            assertThat(codes).containsKeys(200, 204, 400, 404, 405);
        }
    }

    private static Map<String, String> with(Map<String, String> headers, String name, String value) {
        var more = new HashMap<>(headers);
        more.put(name, value);
        return more;
    }
}
