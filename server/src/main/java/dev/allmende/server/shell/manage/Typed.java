package dev.allmende.server.shell.manage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.server.shell.visit.Form;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What stands in the form of an incident, right or wrong.
 *
 * @param says heading and text, in each language of the page
 * @param news heading and text of the next update
 * @param phase as GENERATION.ORDER; empty for none
 * @param isOver whether nothing suffers any longer
 * @param version that was looked at; empty for a new one
 */
public record Typed(List<Say> says, List<Say> news, String phase, List<Harm> harms, boolean isOver, String version)
        implements Entered {

    private static final int SPARE = 3;
    private static final int MOST = 256;

    /** In one language. */
    public record Say(String language, String title, String text) {

        boolean isBlank() {
            return title.isBlank() && text.isBlank();
        }
    }

    /** What one component suffers; nothing when none is chosen. */
    public record Harm(String component, String type, String severity) {
        static final Harm NONE = new Harm("", "", "");
    }

    static Typed of(Form form, List<String> languages) {
        return new Typed(
                says(form, "", languages),
                says(form, "news-", languages),
                form.text("phase"),
                harms(form),
                !form.text("over").isEmpty(),
                form.text("version"));
    }

    /** @param incident an object without spec for a new one */
    static Typed of(ObjectNode incident, List<String> languages) {
        var spec = incident.path("spec");
        var phase = spec.path("phase");
        return new Typed(
                says(spec, languages),
                nothing(languages),
                phase.has("generation")
                        ? phase.path("generation").asInt() + "."
                                + phase.path("order").asInt()
                        : "",
                harms(spec, "severity"),
                spec.has("endedAt"),
                Json.string(incident, "metadata", "resourceVersion"));
    }

    @Override
    public Typed seen(String other) {
        return new Typed(says, news, phase, harms, isOver, other);
    }

    static List<Say> says(Form form, String before, List<String> languages) {
        return languages.stream()
                .map(language -> new Say(
                        language,
                        form.text(before + "title." + language).strip(),
                        form.text(before + "text." + language).strip()))
                .toList();
    }

    /** The first language is that of the object itself. */
    static List<Say> says(JsonNode spec, List<String> languages) {
        return IntStream.range(0, languages.size())
                .mapToObj(index -> say(spec, languages.get(index), index == 0))
                .toList();
    }

    static List<Say> nothing(List<String> languages) {
        return languages.stream().map(language -> new Say(language, "", "")).toList();
    }

    private static Say say(JsonNode spec, String language, boolean isFirst) {
        var from = isFirst
                ? spec
                : spec.path("translations")
                        .valueStream()
                        .filter(one -> Json.string(one, "language").equals(language))
                        .findFirst()
                        .orElse(Json.object());
        return new Say(language, Json.string(from, "displayName"), Json.string(from, "description"));
    }

    static List<Harm> harms(Form form) {
        int rows = Math.min(MOST, (int) form.fields().parameters().keySet().stream()
                .filter(name -> name.startsWith("component."))
                .count());
        return IntStream.range(0, rows)
                .mapToObj(row -> new Harm(
                        form.text("component." + row),
                        form.text("type." + row),
                        form.text("severity." + row).strip()))
                .toList();
    }

    /** With some empty rows to write in. */
    static List<Harm> harms(JsonNode spec, String severity) {
        List<Harm> harms = new ArrayList<>();
        for (var affected : spec.path("affects")) {
            harms.add(new Harm(
                    Json.string(affected, "componentRef", "name"),
                    Json.string(affected, "impactTypeRef", "name"),
                    affected.path(severity).asText()));
        }
        harms.addAll(Collections.nCopies(SPARE, Harm.NONE));
        return harms;
    }
}
