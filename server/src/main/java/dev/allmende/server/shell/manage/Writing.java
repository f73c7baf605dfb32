package dev.allmende.server.shell.manage;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.server.shell.manage.Typed.Say;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Makes an incident of what stands in the form; what the form does not show stays as it was. */
final class Writing {

    /** Who changed an object last: the same as of the status API. Written by the server, whatever the form holds. */
    static final String CHANGED_BY = "status.allmende.dev/changed-by";

    private final ObjectNode incident;
    private final String now;

    /** @param before the incident as it was; an object without spec for a new one */
    Writing(ObjectNode before, Instant now, String author) {
        this.incident = before.deepCopy();
        this.now = now.truncatedTo(ChronoUnit.SECONDS).toString();
        incident.withObjectProperty("metadata")
                .withObjectProperty("annotations")
                .put(CHANGED_BY, author);
    }

    /** @throws NumberFormatException for a severity that is no number */
    ObjectNode of(Typed typed) {
        var spec = incident.withObjectProperty("spec");
        if (!spec.has("beganAt")) {
            spec.put("beganAt", now);
        }
        say(spec, typed.says());
        phase(spec, typed.phase());
        harms(spec, typed.harms());
        if (!typed.isOver()) {
            spec.remove("endedAt");
        } else if (!spec.has("endedAt")) {
            spec.put("endedAt", now);
        }
        if (!typed.news().stream().allMatch(Say::isBlank)) {
            tell(spec, typed.news());
        }
        if (!typed.version().isEmpty()) {
            incident.withObjectProperty("metadata").put("resourceVersion", typed.version());
        }
        return incident;
    }

    /** The first language is that of the object itself. */
    private static void say(ObjectNode into, List<Say> says) {
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

    private static void put(ObjectNode into, String field, String text) {
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

    private static void harms(ObjectNode spec, List<Typed.Harm> harms) {
        ArrayNode affects = spec.putArray("affects");
        for (var harm : harms) {
            if (!harm.component().isEmpty()) {
                var affected = affects.addObject();
                affected.putObject("componentRef").put("name", harm.component());
                affected.putObject("impactTypeRef").put("name", harm.type());
                affected.put("severity", Integer.parseInt(harm.severity()));
            }
        }
    }

    private void tell(ObjectNode spec, List<Say> news) {
        int last = spec.path("lastOrder").asInt(-1);
        for (var update : spec.path("updates")) {
            last = Math.max(last, update.path("order").asInt());
        }
        var update = spec.withArrayProperty("updates")
                .addObject()
                .put("order", last + 1)
                .put("createdAt", now);
        say(update, news);
        spec.put("lastOrder", last + 1);
    }
}
