package dev.allmende.status.impact;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.status.impact.Case.Span;
import dev.allmende.status.impact.Case.Stage;
import dev.allmende.status.impact.Case.Suffering;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A case as text, so that it outlasts the process: it stands in an annotation of its incident. Pure. */
final class CaseText {

    private static final ObjectMapper JSON = new ObjectMapper();

    private CaseText() {}

    static String write(Case one) {
        var text = JsonNodeFactory.instance.objectNode();
        text.put("root", one.root());
        text.put("began", one.began().toString());
        text.put("stage", one.stage().name());
        put(text, "goodSince", one.goodSince());
        put(text, "draftSince", one.draftSince());
        put(text, "publishAfter", one.publishAfter());
        var affects = text.putObject("affects");
        one.affects()
                .forEach((component, suffering) -> affects.putObject(component)
                        .put("kind", suffering.kind())
                        .put("severity", suffering.severity()));
        var spans = text.putArray("spans");
        one.spans().forEach(span -> {
            var each = spans.addObject().put("begin", span.begin().toString());
            put(each, "end", span.end());
        });
        return text.toString();
    }

    private static void put(ObjectNode text, String field, @Nullable Object value) {
        if (value != null) {
            text.put(field, value.toString());
        }
    }

    /** Empty for what is no case, such as one that somebody has spoilt. */
    static Optional<Case> read(String text) {
        try {
            return Optional.of(read(JSON.readTree(text)));
        } catch (JsonProcessingException | DateTimeException | IllegalArgumentException spoilt) {
            return Optional.empty();
        }
    }

    private static Case read(JsonNode text) {
        Map<String, Suffering> affects = new TreeMap<>();
        text.path("affects")
                .properties()
                .forEach(each -> affects.put(
                        each.getKey(),
                        new Suffering(
                                each.getValue().path("kind").asText(),
                                each.getValue().path("severity").asInt(),
                                null)));
        var spans = new ArrayList<Span>();
        text.path("spans")
                .forEach(each ->
                        spans.add(new Span(Instant.parse(each.path("begin").asText()), time(each, "end"))));
        if (spans.isEmpty()) {
            throw new IllegalArgumentException("a case without a time");
        }
        var publishAfter = text.path("publishAfter").asText();
        return new Case(
                text.path("root").asText(),
                Instant.parse(text.path("began").asText()),
                affects,
                Stage.valueOf(text.path("stage").asText()),
                time(text, "goodSince"),
                time(text, "draftSince"),
                publishAfter.isEmpty() ? null : Duration.parse(publishAfter),
                spans);
    }

    private static @Nullable Instant time(JsonNode text, String field) {
        return text.hasNonNull(field) ? Instant.parse(text.path(field).asText()) : null;
    }
}
