package dev.allmende.server.shell.manage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.server.shell.manage.Typed.Harm;
import dev.allmende.server.shell.manage.Typed.Say;
import dev.allmende.server.shell.page.Reader;
import dev.allmende.status.board.Boards;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Makes an incident of what stands in the form; what the form does not show stays as it was. */
final class Writing {

    private Writing() {}

    /** Who writes, and when. */
    record By(String author, Instant now) {

        /** As the API has it, RFC 3339. */
        String time() {
            return now.truncatedTo(ChronoUnit.SECONDS).toString();
        }
    }

    static By by(Reader reader) {
        return new By(reader.api().user().name(), reader.clock().source().instant());
    }

    /**
     * An incident.
     *
     * @param before the incident as it was; an object without spec for a new one
     * @throws NumberFormatException for a severity that is no number
     */
    static ObjectNode of(ObjectNode before, Typed typed, By by) {
        var incident = begin(before, typed.version(), by);
        var spec = incident.withObjectProperty("spec");
        if (!spec.has("beganAt")) {
            spec.put("beganAt", by.time());
        }
        say(spec, typed.says());
        phase(spec, typed.phase());
        harms(spec, "severity", typed.harms());
        if (!typed.isOver()) {
            spec.remove("endedAt");
        } else if (!spec.has("endedAt")) {
            spec.put("endedAt", by.time());
        }
        if (!typed.news().stream().allMatch(Say::isBlank)) {
            tell(spec, typed.news(), by.time());
        }
        return incident;
    }

    /** @param version that somebody has seen; empty for a new object */
    static ObjectNode begin(ObjectNode before, String version, By by) {
        var object = before.deepCopy();
        var metadata = object.withObjectProperty("metadata");
        metadata.withObjectProperty("annotations").put(Boards.CHANGED_BY, by.author());
        if (!version.isEmpty()) {
            metadata.put("resourceVersion", version);
        }
        return object;
    }

    /** The first language is that of the object itself. */
    static void say(ObjectNode into, List<Say> says) {
        put(into, says.getFirst());
        var translations = Json.object().putArray("translations");
        for (var old : into.path("translations")) {
            if (says.stream().noneMatch(say -> say.language().equals(Json.string(old, "language")))) {
                translations.add(old);
            }
        }
        for (var say : says.subList(1, says.size())) {
            if (!say.isBlank()) {
                put(translations.addObject().put("language", say.language()), say);
            }
        }
        into.set("translations", translations);
    }

    private static void put(ObjectNode into, Say say) {
        put(into, "displayName", say.title());
        put(into, "description", say.text());
    }

    /** Nothing stays of an empty text. */
    static void put(ObjectNode into, String field, String text) {
        if (text.isEmpty()) {
            into.remove(field);
        } else {
            into.put(field, text);
        }
    }

    private static void phase(ObjectNode spec, String phase) {
        int dot = phase.indexOf('.');
        if (dot < 0) {
            spec.remove("phase");
            return;
        }
        spec.putObject("phase")
                .put("generation", Integer.parseInt(phase.substring(0, dot)))
                .put("order", Integer.parseInt(phase.substring(dot + 1)));
    }

    /** @param severity name of its field */
    static void harms(ObjectNode spec, String severity, List<Harm> harms) {
        var affects = spec.putArray("affects");
        for (var harm : harms) {
            if (!harm.component().isEmpty()) {
                var affected = affects.addObject();
                affected.putObject("componentRef").put("name", harm.component());
                affected.putObject("impactTypeRef").put("name", harm.type());
                affected.put(severity, Integer.parseInt(harm.severity()));
            }
        }
    }

    /** Adds an update, whose number none had before. */
    static void tell(ObjectNode spec, List<Say> news, String time) {
        int last = spec.path("lastOrder").asInt(-1);
        for (var update : spec.path("updates")) {
            last = Math.max(last, update.path("order").asInt());
        }
        var update = spec.withArrayProperty("updates")
                .addObject()
                .put("order", last + 1)
                .put("createdAt", time);
        say(update, news);
        spec.put("lastOrder", last + 1);
    }
}
