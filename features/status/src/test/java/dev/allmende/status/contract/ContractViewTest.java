package dev.allmende.status.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.allmende.api.status.Component;
import dev.allmende.api.status.ComponentSpec;
import dev.allmende.api.status.Incident;
import dev.allmende.apiserver.junit.ApiServerExtension;
import dev.allmende.status.Stage;
import dev.allmende.status.Status;
import dev.allmende.status.board.Boards;
import dev.allmende.status.caller.Caller;
import dev.allmende.status.probe.CloudAccess;
import dev.allmende.status.view.Reply;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ApiServerExtension.class)
class ContractViewTest {

    private static final ObjectMapper JSON = new ObjectMapper();

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
            return json(reply).path("data");
        }

        String made(String path, String body) throws InterruptedException {
            var reply = ask("POST", path, body);
            assertThat(reply.code()).as(path + Stage.text(reply)).isEqualTo(201);
            return json(reply).path("id").asText();
        }
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
            assertThat(json(open).at("/errors/0/pointer").asText()).isEqualTo("#/endedAt");

            client.made("/incidents", """
                    {"displayName": "Later", "beganAt": "2026-11-26T12:00:01Z",
                     "affects": [{"type": "%s", "reference": "%s", "severity": 9}]}""".formatted(type, nets));
            assertThat(active(client, nets, "")).containsExactly(window);
            assertThat(client.get("/incidents/" + type + "/updates").code()).isEqualTo(404);
            assertThat(json(client.ask("POST", "/incidents", """
                            {"affects": [{"type": "%s", "reference": "%s", "severity": 5}]}""".formatted(type, type)))
                            .at("/errors/0/pointer")
                            .asText())
                    .isEqualTo("#/affects/0/reference");
        }
    }

    @Test
    void whatTheReferenceServerAnswersWithAFaultIsRefusedAndChangesNothing(KubernetesClient kubernetes)
            throws Exception {
        try (var stage = stage(kubernetes, "faults")) {
            var client = new Client(stage, "/status/faults/api");
            var disks = client.made("/components", "{\"displayName\": \"Disks\"}");
            var incident = "/incidents/" + client.made("/incidents", "{\"displayName\": \"Busy\"}");
            var before = client.data("/severities");
            for (var refused : List.of(
                    List.of("400", "POST", "/incidents", "{\"displayName\": "),
                    List.of("400", "POST", "/incidents", "{}"),
                    List.of("400", "POST", "/incidents", "{\"affects\": [{\"reference\": \"%s\"}]}".formatted(disks)),
                    List.of("400", "POST", "/incidents", "{\"phase\": {\"generation\": 1, \"order\": 0}}"),
                    List.of("400", "POST", "/phases", "{\"phases\": [\"Open\", \"\"]}"),
                    List.of("400", "POST", "/severities", "{\"displayName\": \"worse\", \"value\": 101}"),
                    List.of("409", "POST", "/severities", "{\"displayName\": \"other\", \"value\": 66}"),
                    List.of("409", "PATCH", "/severities/limited", "{\"value\": 33}"),
                    List.of("409", "DELETE", "/severities/broken", ""),
                    List.of("404", "PATCH", incident + "/updates/0", "{\"displayName\": \"from nothing\"}"),
                    List.of("404", "POST", "/incidents/" + disks + "/updates", "{\"displayName\": \"lost\"}"),
                    List.of("404", "GET", "/phases?generation=3", ""),
                    List.of("400", "GET", "/phases?generation=0", ""),
                    List.of("400", "GET", "/incidents", ""),
                    List.of("400", "GET", "/incidents?start=2026-11-27T00:00:00Z&end=2026-11-26T00:00:00Z", ""))) {
                var reply = client.ask(refused.get(1), refused.get(2), refused.get(3));
                assertThat(Integer.toString(reply.code()))
                        .as(refused + Stage.text(reply))
                        .isEqualTo(refused.getFirst());
            }
            assertThat(client.data("/severities")).isEqualTo(before);
            assertThat(client.data(incident + "/updates")).isEmpty();
            assertThat(client.data("/incidents" + DAY)).hasSize(1);
            assertThat(client.data("/phases").path("phases")).isEmpty();
        }
    }

    @Test
    void whatIsWrittenAgainIsTheSameAndWhatIsTakenAwayIsGone(KubernetesClient kubernetes) throws Exception {
        try (var stage = stage(kubernetes, "again")) {
            var client = new Client(stage, "/status/again/api");
            var type = client.made("/impacttypes", "{\"displayName\": \"Slow\"}");
            var disks = client.made("/components", "{\"displayName\": \"Disks\"}");
            var affects = "{\"affects\": [{\"type\": \"%s\", \"reference\": \"%s\", \"severity\": 9}]}"
                    .formatted(type, disks);
            var path = "/incidents/" + client.made("/incidents", affects);
            assertThat(client.ask("PATCH", path, affects).code()).isEqualTo(204);
            assertThat(kubernetes
                            .resources(Incident.class)
                            .inNamespace("again")
                            .list()
                            .getItems())
                    .singleElement()
                    .satisfies(each ->
                            assertThat(each.getMetadata().getGeneration()).isEqualTo(1));
            assertThat(client.ask("PATCH", path, "{\"affects\": []}").code()).isEqualTo(204);
            assertThat(client.data(path).path("affects")).isEmpty();
            client.ask("POST", path + "/updates", "{\"displayName\": \"We look\"}");
            assertThat(client.data(path + "/updates/0").path("createdAt").asText())
                    .isEqualTo(NOON.instant().toString());
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
                parts.addAll(json(part).path("data").findValuesAsText("displayName"));
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
                            .containsEntry(Boards.CHANGED_BY, "cleo"));

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
            var seen =
                    json(client.ask("GET", "/components", "")).at("/data/0/id").asText();
            client.made("/incidents", """
                    {"displayName": "Inside", "beganAt": "2026-11-26T11:00:00Z",
                     "affects": [{"type": "%s", "reference": "%s", "severity": 9}]}""".formatted(type, seen));
            assertThat(client.data("/components")).isEmpty();
            assertThat(client.data("/incidents" + DAY)).isEmpty();
            assertThat(json(client.ask("GET", "/incidents" + DAY, "")).path("data"))
                    .hasSize(1);
        }
    }

    private static JsonNode json(Reply reply) {
        try {
            return JSON.readTree(reply.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> with(Map<String, String> headers, String name, String value) {
        var more = new HashMap<>(headers);
        more.put(name, value);
        return more;
    }
}
