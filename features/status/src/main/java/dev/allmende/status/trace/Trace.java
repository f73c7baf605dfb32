package dev.allmende.status.trace;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.status.probe.Failing;
import dev.allmende.status.probe.Key;
import dev.allmende.status.probe.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * A round of a probe as a trace: a span of the round, and below it one for each step. In the JSON encoding of OTLP
 * (OpenTelemetry Protocol specification 1.x, "JSON Protobuf Encoding": identifiers in hexadecimal, numbers of 64 bits as
 * text, enumerations as numbers). Pure but for the chance in identifiers.
 */
final class Trace {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int INTERNAL = 1;
    private static final int CLIENT = 3;
    private static final int OK = 1;
    private static final int ERROR = 2;
    private static final int TRACE_BYTES = 16;
    private static final int SPAN_BYTES = 8;

    private final ArrayNode spans = JSON.createArrayNode();
    private final RandomGenerator random;
    private final String id;

    private Trace(RandomGenerator random) {
        this.random = random;
        this.id = hex(TRACE_BYTES);
    }

    static ObjectNode of(String service, Key key, String place, Result result, RandomGenerator random) {
        var trace = new Trace(random);
        trace.add(key, place, result);
        var document = JSON.createObjectNode();
        var resource = document.putArray("resourceSpans").addObject();
        attribute(resource.putObject("resource").putArray("attributes"), "service.name", service);
        var scope = resource.putArray("scopeSpans").addObject();
        scope.putObject("scope").put("name", "dev.allmende.status");
        scope.set("spans", trace.spans);
        return document;
    }

    private void add(Key key, String place, Result result) {
        var root = span("life cycle " + key.name(), INTERNAL, result.at(), result.latency());
        var about = root.putArray("attributes");
        attribute(about, "allmende.namespace", key.namespace());
        attribute(about, "allmende.probe", key.name());
        attribute(about, "allmende.location", place);
        result.error().ifPresent(error -> failed(root, about, error, result.detail()));
        if (result.error().isEmpty()) {
            root.putObject("status").put("code", OK);
        }
        var parent = root.path("spanId").asText();
        var begin = result.at();
        Optional<ObjectNode> last = Optional.empty();
        for (var phase : result.phases().entrySet()) {
            last = Optional.of(
                    span(phase.getKey(), CLIENT, begin, phase.getValue()).put("parentSpanId", parent));
            begin = begin.plus(phase.getValue());
        }
        // a step that fails is the last one
        var step = last;
        result.error()
                .ifPresent(error ->
                        step.ifPresent(span -> failed(span, span.putArray("attributes"), error, result.detail())));
    }

    private static void failed(ObjectNode span, ArrayNode attributes, Failing error, String detail) {
        attribute(attributes, "error.type", error.word());
        span.putObject("status").put("code", ERROR).put("message", detail);
    }

    private ObjectNode span(String name, int kind, Instant begin, Duration time) {
        return spans.addObject()
                .put("traceId", id)
                .put("spanId", hex(SPAN_BYTES))
                .put("name", name)
                .put("kind", kind)
                .put("startTimeUnixNano", nanos(begin))
                .put("endTimeUnixNano", nanos(begin.plus(time)));
    }

    private static String nanos(Instant time) {
        return Long.toString(time.getEpochSecond() * 1_000_000_000 + time.getNano());
    }

    private static void attribute(ArrayNode attributes, String key, String value) {
        attributes.addObject().put("key", key).putObject("value").put("stringValue", value);
    }

    private String hex(int bytes) {
        var id = new byte[bytes];
        random.nextBytes(id);
        return HexFormat.of().formatHex(id);
    }
}
