package dev.allmende.server.shell.manage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.server.shell.visit.Form;
import dev.allmende.server.shell.visit.Refusal;
import java.time.DateTimeException;
import java.time.LocalDateTime;

/**
 * What the buttons beside the form of a maintenance do: {@code approve} it with the own name; {@code begin}, {@code verify},
 * {@code finish}, {@code move} or {@code call-off} a window.
 */
final class Steps {

    private Steps() {}

    /** @throws Refusal for a button that there is not, or a window that has no time for a name */
    static ObjectNode of(ObjectNode before, Form form, Writing.By by) {
        var maintenance = Writing.begin(before, form.text("version"), by);
        var spec = maintenance.withObjectProperty("spec");
        switch (form.text("do")) {
            case "approve" -> spec.put("approvedBy", by.author());
            case "begin" -> change(spec, form).put("startedAt", by.time());
            case "verify" -> change(spec, form).put("verifyingAt", by.time());
            case "finish" -> change(spec, form).put("finishedAt", by.time());
            case "move" -> move(change(spec, form), form);
            case "call-off" ->
                change(spec, form)
                        .putObject("cancelled")
                        .put("at", by.time())
                        .put("reason", form.text("reason").strip());
            default -> throw new Refusal(400, "");
        }
        return maintenance;
    }

    private static void move(ObjectNode change, Form form) {
        Writing.put(change, "start", form.text("start").strip());
        Writing.put(change, "end", form.text("end").strip());
        Writing.put(change, "reason", form.text("reason").strip());
    }

    private static ObjectNode change(ObjectNode spec, Form form) {
        var of = time(form.text("of"));
        var changes = spec.withArrayProperty("changes");
        for (var change : changes) {
            if (change instanceof ObjectNode found && isOf(found, of)) {
                return found;
            }
        }
        return changes.addObject().put("of", of.toString());
    }

    private static boolean isOf(JsonNode change, LocalDateTime of) {
        return time(Json.string(change, "of")).equals(of);
    }

    private static LocalDateTime time(String text) {
        try {
            return LocalDateTime.parse(text);
        } catch (DateTimeException broken) {
            throw new Refusal(422, "spec.changes.of: there is no " + text);
        }
    }
}
