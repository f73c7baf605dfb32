package dev.allmende.apiserver.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.apiserver.audit.AuditEvent.ResponseStatus;
import dev.allmende.apiserver.authn.User;
import dev.allmende.apiserver.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventWriterTest {

    private static final int LONGEST = 1000;

    private static String line(AuditEvent event) {
        var text = new JsonText(16);
        new EventWriter(LONGEST).write(event, text);
        return new String(text.bytes(), 0, text.length(), StandardCharsets.UTF_8);
    }

    private static JsonNode json(AuditEvent event) {
        return Json.parse(line(event));
    }

    @Test
    void writesTheFieldsOfKubernetesInOneLine() {
        assertThat(line(Events.event("/api/v1/namespaces/ns/configmaps/x"))).isEqualTo("""
                        {"kind":"Event","apiVersion":"audit.k8s.io/v1","level":"Metadata","auditID":"id-1",\
                        "stage":"ResponseComplete","requestURI":"/api/v1/namespaces/ns/configmaps/x","verb":"update",\
                        "user":{"username":"eve","uid":"7","groups":["dev","system:authenticated"],\
                        "extra":{"scopes":["a","b"]}},"sourceIPs":["127.0.0.1"],"userAgent":"kubectl/v1.35",\
                        "objectRef":{"resource":"configmaps","namespace":"ns","name":"x","apiVersion":"v1"},\
                        "responseStatus":{"metadata":{},"code":200},\
                        "requestReceivedTimestamp":"2026-03-01T00:00:00.000001Z",\
                        "stageTimestamp":"2026-03-01T00:00:00.123456Z",\
                        "annotations":{"authorization.k8s.io/decision":"allow",\
                        "authorization.k8s.io/reason":"RBAC: allowed by \\"x\\""}}
                        """);
    }

    @Test
    void writesWhomTheUserActedAsAndWhatWentWrong() {
        var event = new AuditEvent(
                Level.METADATA,
                "id",
                Stage.PANIC,
                "/x",
                "get",
                User.of("admin"),
                Optional.of(User.of("eve")),
                List.of(),
                "",
                Optional.empty(),
                Optional.of(new ResponseStatus(500, "Failure", "InternalError", "it broke")),
                Optional.empty(),
                Optional.empty(),
                Instant.EPOCH,
                Instant.EPOCH,
                Map.of());

        assertThat(json(event).path("impersonatedUser")).isEqualTo(Json.parse("{\"username\":\"eve\"}"));
        assertThat(json(event).path("responseStatus"))
                .isEqualTo(
                        Json.parse(
                                "{\"metadata\":{},\"status\":\"Failure\",\"message\":\"it broke\",\"reason\":\"InternalError\",\"code\":500}"));
        assertThat(json(event).has("objectRef")).isFalse();
        assertThat(json(event).has("annotations")).isFalse();
    }

    @Test
    void bodiesFollowTheLevel() {
        var request = "{\"kind\":\"ConfigMap\",\n \"metadata\":{\"name\":\"x\",\"managedFields\":[{}]}}";
        var response =
                "{\"kind\":\"ConfigMapList\",\"items\":[{\"metadata\":{\"name\":\"y\",\"managedFields\":[{}]}}]}";

        var metadata = json(Events.event(Level.METADATA, Events.CONFIG_MAP, "/", request, response));
        assertThat(metadata.has("requestObject") || metadata.has("responseObject"))
                .isFalse();

        var requestOnly = json(Events.event(Level.REQUEST, Events.CONFIG_MAP, "/", request, response));
        assertThat(requestOnly.path("requestObject"))
                .isEqualTo(Json.parse("{\"kind\":\"ConfigMap\",\"metadata\":{\"name\":\"x\"}}"));
        assertThat(requestOnly.has("responseObject")).isFalse();

        var both = json(Events.event(Level.REQUEST_RESPONSE, Events.CONFIG_MAP, "/", request, response));
        assertThat(both.path("responseObject"))
                .isEqualTo(Json.parse("{\"kind\":\"ConfigMapList\",\"items\":[{\"metadata\":{\"name\":\"y\"}}]}"));
    }

    @ParameterizedTest
    @CsvSource({
        ",                      secrets,         ",
        ",                      serviceaccounts, token",
        "authentication.k8s.io, tokenreviews,    ",
    })
    void secretsAreNotWrittenAtAnyLevel(String group, String resource, String subresource) {
        var object = Events.object(group == null ? "" : group, resource, subresource == null ? "" : subresource);
        for (var level : Level.values()) {
            assertThat(line(Events.event(level, object, "/", "{\"a\":\"hush\"}", "{\"b\":\"hush\"}")))
                    .doesNotContain("hush");
        }
    }

    @ParameterizedTest
    @CsvSource({"Secret", "SecretList", "TokenRequest", "TokenReview"})
    void secretsAreNotWrittenWhereverTheyTurnUp(String kind) {
        var body = "{\"kind\":\"%s\",\"data\":\"hush\"}".formatted(kind);

        assertThat(line(Events.event(Level.REQUEST_RESPONSE, Events.CONFIG_MAP, "/", body, body)))
                .doesNotContain("hush");
    }

    @ParameterizedTest
    @CsvSource({
        "/a?watch=true&limit=5,              /a?watch=true&limit=5",
        "/a?access_token=x,                  /a?access_token=REDACTED",
        "/a?a=b&TOKEN=x&c=d,                 /a?a=b&TOKEN=REDACTED&c=d",
        "/a?%74oken=x&,                      /a?%74oken=REDACTED&",
        "/a?token,                           /a?token",
        "/a?code=x&state=y,                  /a?code=REDACTED&state=y",
        "/a?token=x&token=y,                 /a?token=REDACTED&token=REDACTED",
        "/a?%zz=1,                           /a?%zz=1",
        "/a?,                                /a?",
    })
    void secretsInAddressesAreBlottedOut(String uri, String written) {
        assertThat(json(Events.event(uri)).path("requestURI").asText()).isEqualTo(written);
    }

    @Test
    void aBodyThatIsTooLongIsLeftOutAndSaidSo() {
        var event = Events.event(Level.REQUEST, Events.CONFIG_MAP, "/", "{\"a\":\"" + "x".repeat(LONGEST) + "\"}", "");

        assertThat(json(event).has("requestObject")).isFalse();
        assertThat(json(event)
                        .path("annotations")
                        .path("audit.k8s.io/truncated")
                        .asText())
                .isEqualTo("true");
    }

    @Test
    void aBodyCannotPoseAsAnotherEvent() {
        var forged = "{}}\n{\"kind\":\"Event\",\"user\":{\"username\":\"admin\"}}";

        var line = line(Events.event(Level.REQUEST, Events.CONFIG_MAP, "/", forged, ""));

        assertThat(line.strip()).doesNotContain("\n").doesNotContain("admin");
        assertThat(Json.parse(line).has("requestObject")).isFalse();
    }

    @Test
    void aLongUserAgentIsCut() {
        var event = Events.event("/");
        var agent = "a".repeat(5000);
        var text = json(new AuditEvent(
                        event.level(),
                        event.auditId(),
                        event.stage(),
                        event.requestUri(),
                        event.verb(),
                        event.user(),
                        event.impersonated(),
                        event.sourceIps(),
                        agent,
                        event.object(),
                        event.status(),
                        event.request(),
                        event.response(),
                        event.received(),
                        event.reached(),
                        event.annotations()))
                .path("userAgent")
                .asText();

        assertThat(text).hasSize(1024 + "...TRUNCATED".length()).endsWith("...TRUNCATED");
    }

    @Test
    void anyTextIsWrittenSoThatItIsReadAgain() {
        var random = new Random(5);
        for (int i = 0; i < 3_000; i++) {
            var text = new StringBuilder();
            for (int c = random.nextInt(20); c > 0; c--) {
                text.appendCodePoint(
                        switch (random.nextInt(5)) {
                            case 0 -> random.nextInt(0x20);
                            case 1 -> "\"\\/\u007f\u2028".charAt(random.nextInt(5));
                            case 2 -> 0x80 + random.nextInt(0xd000);
                            case 3 -> 0x10000 + random.nextInt(0x1000);
                            default -> 'a' + random.nextInt(26);
                        });
            }
            var written = new JsonText(1).text(text.toString());

            var json = new String(written.bytes(), 0, written.length(), StandardCharsets.UTF_8);
            assertThat(json).doesNotContain("\n");
            assertThat(Json.parse(json).textValue()).isEqualTo(text.toString());
        }
        var half = new JsonText(1).text("a\ud800b");
        assertThat(Json.parse(new String(half.bytes(), 0, half.length(), StandardCharsets.UTF_8))
                        .textValue())
                .isEqualTo("a\ufffdb");
    }
}
