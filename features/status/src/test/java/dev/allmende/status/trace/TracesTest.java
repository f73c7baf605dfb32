package dev.allmende.status.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.allmende.status.notice.Receiver;
import dev.allmende.status.probe.Failing;
import dev.allmende.status.probe.Key;
import dev.allmende.status.probe.Result;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class TracesTest {

    private static final int TRIES = 500;
    private static final Key KEY = new Key("status", "servers");
    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");

    private final List<String> problems = new CopyOnWriteArrayList<>();

    private static Result late() {
        Map<String, Duration> steps = new LinkedHashMap<>();
        steps.put("server", Duration.ofSeconds(1));
        steps.put("active", Duration.ofMinutes(2));
        return new Result(
                NOON,
                Result.Grade.FAIL,
                Duration.ofSeconds(121),
                steps,
                Optional.of(Failing.TIMEOUT),
                "active: not within 120 s");
    }

    private static JsonNode sent(Receiver receiver) throws Exception {
        for (int i = 0; i < TRIES && receiver.requests().isEmpty(); i++) {
            Thread.sleep(10);
        }
        var request = receiver.requests().getFirst();
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.path()).isEqualTo("/v1/traces");
        assertThat(request.headers())
                .containsEntry("Content-type", "application/json")
                .containsEntry("X-key", "k");
        return new ObjectMapper().readTree(request.body());
    }

    @Test
    void aLifeCycleIsATraceWithASpanForEachStep() throws Exception {
        try (var receiver = new Receiver()) {
            var tracing = Tracing.of(Map.of(
                            "OTEL_EXPORTER_OTLP_ENDPOINT",
                            receiver.address() + "/",
                            "OTEL_EXPORTER_OTLP_HEADERS",
                            "x-key=k"))
                    .orElseThrow();
            new Traces(tracing, new Random(1), problems::add).heard(KEY, "here", late());
            var resource = sent(receiver).path("resourceSpans").path(0);
            assertThat(resource.at("/resource/attributes/0/value/stringValue").asText())
                    .isEqualTo("allmende");
            var spans = resource.at("/scopeSpans/0/spans");
            assertThat(spans.findValuesAsText("name")).containsExactly("life cycle servers", "server", "active");
            assertThat(spans.findValuesAsText("traceId"))
                    .allMatch(id -> id.matches("[0-9a-f]{32}"))
                    .containsOnly(spans.at("/0/traceId").asText());
            assertThat(spans.findValuesAsText("parentSpanId"))
                    .hasSize(2)
                    .containsOnly(spans.at("/0/spanId").asText());
            assertThat(spans.at("/1/endTimeUnixNano").asText())
                    .isEqualTo(spans.at("/2/startTimeUnixNano").asText())
                    .isEqualTo("1795694401000000000");
            assertThat(spans.at("/2/status/code").asInt()).isEqualTo(2);
            assertThat(spans.at("/2/status/message").asText()).isEqualTo("active: not within 120 s");
            assertThat(spans.at("/1").has("status")).isFalse();
        }
    }

    @Test
    void aCollectorThatRefusesIsToldAndTheTraceIsLost() throws Exception {
        try (var receiver = new Receiver()) {
            receiver.answers(503);
            var tracing = new Tracing(URI.create(receiver.address() + "/v1/traces"), "a", Map.of("X-key", "k"));
            new Traces(tracing, new Random(1), problems::add).heard(KEY, "here", late());
            for (int i = 0; i < TRIES && problems.isEmpty(); i++) {
                Thread.sleep(10);
            }
            assertThat(problems).singleElement().asString().endsWith("/v1/traces answered 503");
            assertThat(receiver.requests()).hasSize(1);
        }
    }

    @Test
    void withoutAnEndpointNothingIsSent() {
        assertThat(Tracing.of(Map.of("OTEL_SERVICE_NAME", "x"))).isEmpty();
        assertThatThrownBy(() -> Tracing.of(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", "collector:4318")))
                .hasMessageContaining("OTEL_EXPORTER_OTLP_ENDPOINT must be an address");
        assertThat(Tracing.of(
                        Map.of("OTEL_SDK_DISABLED", "true", "OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector:4318")))
                .isEmpty();
    }

    @Test
    void keysOfACollectorAreNotShown() {
        for (var endpoint : List.of("https://me:hunter2@collector", "https://me:hunter2@collector:x y")) {
            assertThatThrownBy(() -> Tracing.of(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", endpoint)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageNotContaining("hunter2");
        }
        for (var headers : List.of("content-length=hunter2", "x y=hunter2", "key=hunter2%0D")) {
            assertThatThrownBy(() -> Tracing.of(Map.of(
                            "OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector", "OTEL_EXPORTER_OTLP_HEADERS", headers)))
                    .hasMessage("OTEL_EXPORTER_OTLP_HEADERS has a header that cannot be sent");
        }
        var tracing = Tracing.of(Map.of(
                        "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT",
                        "https://collector:4318/traces?key=hunter2",
                        "OTEL_EXPORTER_OTLP_HEADERS",
                        "authorization=Bearer%20hunter2+"))
                .orElseThrow();
        assertThat(tracing).hasToString("allmende to https://collector:4318/traces");
        assertThat(tracing.headers()).containsEntry("authorization", "Bearer hunter2+");
    }
}
