package dev.allmende.e2e.status;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.allmende.e2e.Allmende;
import dev.allmende.e2e.status.StatusApi.Answer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The SCS status API at the port of {@code allmende up}, each answer held against upstream's own description of it. */
class StatusApiTest {

    private static final String DAY = "?start=2026-11-26T00:00:00Z&end=2026-11-27T00:00:00Z";
    private static final int NONSENSE = 800;
    private static final int WRITES = 150;

    @TempDir
    private static Path folder = Path.of("");

    private static StatusServer server;
    private static StatusApi api;

    private final Contract contract = new Contract();

    @BeforeAll
    static void up() throws Exception {
        server = new StatusServer(folder);
        api = server.api;
    }

    @AfterAll
    static void down() {
        server.close();
    }

    @Test
    void allOperationsAnswerAsTheContractSaysAtTheRootAndBelowAPage() throws Exception {
        for (var root : List.of("", "/status/status/api")) {
            walk(root, root.length());
        }
        assertThat(contract.seen).isEqualTo(contract.operations()).hasSize(27);
    }

    @Test
    void anAlertmanagerIsHeardAndPrometheusIsTold() throws Exception {
        server.make("""
                apiVersion: v1
                kind: Namespace
                metadata: {name: watched}
                ---
                apiVersion: v1
                kind: Secret
                metadata: {name: alerts, namespace: allmende-system, annotations: {status.allmende.dev/for: watched}}
                stringData: {token: correct-horse}
                ---
                apiVersion: status.allmende.dev/v1alpha1
                kind: StatusPage
                metadata: {name: page, namespace: watched}
                spec: {displayName: Another page}
                ---
                apiVersion: status.allmende.dev/v1alpha1
                kind: Component
                metadata: {name: disks, namespace: watched}
                spec: {displayName: Disks}
                ---
                apiVersion: status.allmende.dev/v1alpha1
                kind: Probe
                metadata: {name: alerts, namespace: watched}
                spec: {alertmanager: {tokenRef: {name: alerts}}, intervalSeconds: 1}
                """);
        server.awaitInMetrics("allmende_probe_state{namespace=\"watched\",probe=\"alerts\",state=\"OK\"} 1");
        server.awaitInMetrics("allmende_component_severity{namespace=\"watched\",component=\"disks\"} 0");
        var message = """
                {"version": "4", "alerts": [{"status": "firing", "labels": {"alertname": "Full"}, "fingerprint": "1"}]}""";
        for (var wrong : List.of(Map.of("Authorization", "Bearer wrong"), api.writer())) {
            assertThat(api.ask("POST", "/status/watched/alerts", message, wrong).code())
                    .isEqualTo(401);
        }
        assertThat(api.ask("POST", "/status/watched/alerts", message, Map.of("Authorization", "Bearer correct-horse"))
                        .code())
                .isEqualTo(200);
        server.awaitInMetrics("allmende_probe_state{namespace=\"watched\",probe=\"alerts\",state=\"Failed\"} 1");
        assertThat(api.get("/metrics").code()).isIn(401, 403);
    }

    private void walk(String root, int round) throws IOException, InterruptedException {
        var generation = contract.holds("POST", "/phases", api.write("POST", root + "/phases", """
                {"generation": 77, "phases": ["Scheduled", "Done"]}"""))
                .path("generation")
                .asInt();
        contract.holds("GET", "/phases", api.get(root + "/phases?generation=" + generation));

        var type = made("/impacttypes", root, "{\"displayName\": \"Slow\"}");
        contract.holds("GET", "/impacttypes", api.get(root + "/impacttypes/"));
        var ofType = root + "/impacttypes/" + type;
        contract.holds("PATCH", "/impacttypes/{impactTypeId}", api.write("PATCH", ofType, """
                {"id": "00000000-0000-0000-0000-000000000000", "description": "Takes long"}"""));
        var read = contract.holds("GET", "/impacttypes/{impactTypeId}", api.get(ofType));
        assertThat(read.at("/data/id").asText()).isEqualTo(type);
        assertThat(read.at("/data/displayName").asText()).isEqualTo("Slow");

        severities(root, "quite/bad " + round, 70 + round);
        var component = made("/components", root, """
                {"displayName": "Volumes", "labels": {"az": "1"}, "activelyAffectedBy": []}""");
        var ofComponent = root + "/components/" + component;
        contract.holds("PATCH", "/components/{componentId}", api.write("PATCH", ofComponent, """
                {"labels": {"az": "2"}}"""));

        var incident = made("/incidents", root, """
                {"displayName": "Disks", "beganAt": "2026-11-26T12:00:00+01:00", "endedAt": null,
                 "phase": {"generation": %d, "order": 0}, "updates": [7],
                 "affects": [{"type": "%s", "reference": "%s", "severity": 50}]}""".formatted(generation, type, component));
        contract.holds("GET", "/incidents", api.get(root + "/incidents" + DAY));
        contract.holds("GET", "/components", api.get(root + "/components"));
        var suffers =
                contract.holds("GET", "/components/{componentId}", api.get(ofComponent + "?at=2026-11-26T11:00:00Z"));
        assertThat(suffers.at("/data/activelyAffectedBy/0/reference").asText()).isEqualTo(incident);
        assertThat(suffers.at("/data/labels/az").asText()).isEqualTo("2");
        assertThat(api.write("DELETE", ofComponent, "").code()).isEqualTo(409);
        assertThat(api.write("DELETE", ofType, "").code()).isEqualTo(409);

        incident(root + "/incidents/" + incident);
        contract.holds("DELETE", "/components/{componentId}", api.write("DELETE", ofComponent, ""));
        contract.holds("DELETE", "/impacttypes/{impactTypeId}", api.write("DELETE", ofType, ""));
        assertThat(api.get(ofComponent).code()).isEqualTo(404);
    }

    private String made(String list, String root, String body) throws IOException, InterruptedException {
        return contract.holds("POST", list, api.write("POST", root + list, body))
                .path("id")
                .asText();
    }

    private void severities(String root, String name, int value) throws IOException, InterruptedException {
        var list = "/severities";
        var one = list + "/{severityName}";
        var path = root + list + "/" + name;
        contract.holds("POST", list, api.write("POST", root + list, """
                {"displayName": "%s", "value": %d}""".formatted(name, value)));
        contract.holds("GET", list, api.get(root + list));
        contract.holds("PATCH", one, api.write("PATCH", path, "{\"value\": 99}"));
        assertThat(contract.holds("GET", one, api.get(path)).at("/data/value").asInt())
                .isEqualTo(99);
        contract.holds("DELETE", one, api.write("DELETE", path, ""));
    }

    private void incident(String path) throws IOException, InterruptedException {
        var one = "/incidents/{incidentId}";
        contract.holds("PATCH", one, api.write("PATCH", path, "{\"endedAt\": \"2026-11-26T11:30:00Z\"}"));
        contract.holds("PATCH", one, api.write("PATCH", path, "{\"endedAt\": null}"));
        var reopened = contract.holds("GET", one, api.get(path));
        assertThat(reopened.at("/data/endedAt").isNull()).isTrue();
        assertThat(reopened.at("/data/affects")).hasSize(1);
        assertThat(reopened.at("/data/updates")).isEmpty();
        updates(path + "/updates");
        contract.holds("DELETE", one, api.write("DELETE", path, ""));
        assertThat(api.get(path).code()).isEqualTo(404);
    }

    private void updates(String updates) throws IOException, InterruptedException {
        var list = "/incidents/{incidentId}/updates";
        var one = list + "/{updateOrder}";
        contract.holds("POST", list, api.write("POST", updates, "{\"order\": 9, \"displayName\": \"We look\"}"));
        var second = contract.holds("POST", list, api.write("POST", updates, "{\"displayName\": \"Found\"}"));
        assertThat(second.path("order").asInt()).isEqualTo(1);
        contract.holds("GET", list, api.get(updates));
        contract.holds("PATCH", one, api.write("PATCH", updates + "/1", "{\"description\": \"A disk\"}"));
        var read = contract.holds("GET", one, api.get(updates + "/1"));
        assertThat(read.at("/data/displayName").asText()).isEqualTo("Found");
        contract.holds("DELETE", one, api.write("DELETE", updates + "/1", ""));
        var third = contract.holds("POST", list, api.write("POST", updates, "{\"displayName\": \"Again\"}"));
        assertThat(third.path("order").asInt())
                .as("a number is not given twice")
                .isEqualTo(2);
    }

    @Test
    void theSchemaCheckSeesWhatIsWrong() {
        var list = "#/components/responses/IncidentListResponse";
        var json = JsonNodeFactory.instance.objectNode();
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
    void everybodyReadsAndOnlyWhoHasTheRightWrites() throws Exception {
        var path = "/impacttypes";
        var body = "{\"displayName\": \"Slow\"}";
        var json = Map.of("Content-Type", "application/json");
        assertThat(api.ask("GET", path, "", Map.of("Authorization", "Bearer old"))
                        .code())
                .as("who reads what is public is not asked")
                .isEqualTo(200);
        var stranger = api.ask("POST", path, body, json);
        assertThat(stranger.code()).isEqualTo(401);
        assertThat(stranger.header("www-authenticate")).isEqualTo("Bearer realm=\"allmende\"");
        contract.allows("POST", path, stranger);
        assertThat(api.ask("POST", path, body, with(json, "Authorization", "Bearer nonsense"))
                        .code())
                .isEqualTo(401);
        var ben = api.ask("POST", path, body, with(json, "Authorization", "Bearer " + server.token("ben")));
        assertThat(ben.code()).isEqualTo(403);
        assertThat(ben.text()).contains("system:serviceaccount:status:ben has no right to create impacttypes");
        contract.allows("POST", path, ben);
    }

    @Test
    void aSessionOfABrowserWritesFromPagesOfThisAddressOnly() throws Exception {
        var path = "/impacttypes";
        var cookie = Map.of("Content-Type", "application/json", "Cookie", server.signIn());
        var body = "{\"displayName\": \"From a browser\"}";
        for (var origin :
                List.of("https://evil.example", "null", server.server.url().replace("https", "http"))) {
            assertThat(api.ask("POST", path, body, with(cookie, "Origin", origin))
                            .code())
                    .as(origin)
                    .isEqualTo(403);
        }
        assertThat(api.ask("POST", path, body, cookie).code()).isEqualTo(403);
        assertThat(api.get(path).text()).doesNotContain("From a browser");
        var made = api.ask("POST", path, body, with(cookie, "Origin", server.server.url()));
        assertThat(made.code()).as(made.text()).isEqualTo(201);
        assertThat(api.get(path).text()).contains("From a browser");
    }

    @Test
    void answersComePackedOrNotAtAllWhenTheReaderHasThem() throws Exception {
        for (int i = 0; i < 12; i++) {
            made("/components", "", "{\"displayName\": \"Part %d of many\", \"labels\": {\"az\": \"1\"}}".formatted(i));
        }
        var plain = api.get("/components");
        var packed = api.ask("GET", "/components", "", Map.of("Accept-Encoding", "gzip"));
        assertThat(packed.header("content-encoding")).isEqualTo("gzip");
        assertThat(new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes())
                .isEqualTo(plain.body());
        var known = api.ask("GET", "/components", "", Map.of("If-None-Match", plain.header("etag")));
        assertThat(known.code()).isEqualTo(304);
        assertThat(known.body()).isEmpty();
        var front = api.ask("OPTIONS", "/components", "", Map.of("Origin", "https://front.example"));
        assertThat(front.header("access-control-allow-origin")).isEqualTo("*");
    }

    @Test
    void aProvisioningFileBecomesAPageOnce() throws Exception {
        var file = Files.writeString(folder.resolve("provisioning.yaml"), """
                components:
                - {displayname: Moin Cluster, labels: {az: 1}}
                - displayname: Disks
                impactTypes:
                - displayname: Slow
                phases:
                - name: Open
                severities:
                - {name: broken, value: 100}
                """);
        assertThat(imported(file, "--dry-run")).contains("kind: \"Component\"", "moin-cluster", "kind: \"Namespace\"");
        assertThat(api.get("/status/moved/api/components").code()).isEqualTo(404);

        assertThat(imported(file)).contains("Component moin-cluster", "5 objects");
        assertThat(imported(file)).isEqualToIgnoringNewLines("nothing to import: all is there");
        server.server.process.until("the page", () -> names("components").size() == 2);
        assertThat(names("components")).containsExactly("Moin Cluster", "Disks");
        assertThat(names("severities")).containsExactly("broken");
        assertThat(api.get("/status/moved/api/phases")
                        .json()
                        .at("/data/phases/0")
                        .asText())
                .isEqualTo("Open");
    }

    private static String imported(Path file, String... more) throws IOException, InterruptedException {
        var kubeconfig = server.server.data().resolve("kubeconfig").toString();
        var args = Stream.concat(
                        Stream.of("status-page", "import", file.toString(), "-n", "moved", "--kubeconfig", kubeconfig),
                        Stream.of(more))
                .toArray(String[]::new);
        var ended = Allmende.run(folder, args);
        assertThat(ended.exitCode()).as(ended.err()).isZero();
        return ended.out();
    }

    private static List<String> names(String list) {
        try {
            return api.get("/status/moved/api/" + list).json().path("data").findValuesAsText("displayName");
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void writesOfChanceLeaveWhatAModelSays() throws Exception {
        for (var path : List.of("/components", "/impacttypes")) {
            for (var item : api.get(path).json().path("data")) {
                api.write("DELETE", path + "/" + item.path("id").asText(), "");
            }
        }
        var chances = new Chances(api, contract, new Random(5));
        for (int i = 0; i < WRITES; i++) {
            chances.step();
        }
        assertThat(contract.seen).contains("createIncident", "updateIncident", "deleteIncident", "updateComponent");
    }

    @Test
    void nonsenseIsAnsweredWithAProblemAndNeverAsAFaultOfOurs() throws Exception {
        var known = List.of(
                made("/components", "", "{\"displayName\": \"Disks\"}"),
                made("/impacttypes", "", "{\"displayName\": \"Slow\"}"),
                made("/incidents", "", "{\"displayName\": \"Busy\"}"));
        var nonsense = new Nonsense(new Random(26), known);
        var codes = new TreeMap<Integer, Integer>();
        for (int i = 0; i < NONSENSE; i++) {
            var method = nonsense.method();
            var path = nonsense.path();
            var body = nonsense.body();
            var headers = nonsense.headers(api.writer());
            Answer answer = api.ask(method, "/status/status/api" + path, body, headers);
            codes.merge(answer.code(), 1, Integer::sum);
            assertThat(answer.code())
                    .as("%s %s %s %s: %s", method, path, headers, body, answer.text())
                    .isIn(200, 201, 204, 304, 400, 401, 404, 405, 409, 410, 415);
            contract.allows(method, path, answer);
        }
        assertThat(codes).containsKeys(200, 204, 304, 400, 401, 404, 405);
    }

    @Test
    void whatNoClientLibrarySendsIsNoFaultOfOursEither() throws Exception {
        var wire = new Wire(server.server.url(), server.trust);
        var host = "Host: " + URI.create(server.server.url()).getAuthority() + "\r\n";
        var codes = new TreeMap<Integer, Integer>();
        for (var target : Wire.TARGETS) {
            for (var method : List.of("GET", "POST")) {
                send(wire, "%s %s HTTP/1.1\r\n%sConnection: close\r\n\r\n".formatted(method, target, host), codes);
            }
        }
        for (var method : Wire.METHODS) {
            send(wire, "%s /components HTTP/1.1\r\n%sConnection: close\r\n\r\n".formatted(method, host), codes);
        }
        for (var header : Wire.HEADERS) {
            for (var first : List.of(host, "")) {
                send(
                        wire,
                        "POST /components HTTP/1.1\r\n%sConnection: close\r\n%s\r\n".formatted(first, header),
                        codes);
            }
        }
        assertThat(codes).containsKeys(200, 400, 404);
        assertThat(api.get("/components").code()).isEqualTo(200);
    }

    private static void send(Wire wire, String request, Map<Integer, Integer> codes) throws IOException {
        int code = wire.send(request);
        codes.merge(code, 1, Integer::sum);
        assertThat(code).as(request).isNotEqualTo(500).isNotEqualTo(502).isLessThan(506);
    }

    private static Map<String, String> with(Map<String, String> headers, String name, String value) {
        var more = new HashMap<>(headers);
        more.put(name, value);
        return more;
    }
}
