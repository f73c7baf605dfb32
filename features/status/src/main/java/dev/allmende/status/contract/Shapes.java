package dev.allmende.status.contract;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.api.status.StatusPageSpec.PhaseList;
import dev.allmende.api.status.StatusPageSpec.Severity;
import dev.allmende.status.board.Board;
import dev.allmende.status.board.Happening;
import dev.allmende.status.board.Kind;
import dev.allmende.status.board.Note;
import dev.allmende.status.board.Part;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Values of a board as the contract's schemas shape them (openapi.yaml, components/schemas). */
final class Shapes {

    private Shapes() {}

    static ObjectNode phases(PhaseList list) {
        var json = object().put("generation", list.generation());
        var names = json.putArray("phases");
        list.phases().forEach(names::add);
        return json;
    }

    static ObjectNode severity(Severity severity) {
        return object().put("displayName", severity.displayName()).put("value", severity.value());
    }

    static ObjectNode kind(Kind kind) {
        return object().put("id", kind.id().toString())
                .put("displayName", kind.wording().name())
                .put("description", kind.wording().text());
    }

    /** @param at the moment of which it tells what the component suffers */
    static ObjectNode part(Part part, Board board, Instant at) {
        var json = object().put("id", part.id().toString())
                .put("displayName", part.wording().name());
        var labels = json.putObject("labels");
        part.labels().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .forEach(label -> labels.put(label.getKey(), label.getValue()));
        var impacts = json.putArray("activelyAffectedBy");
        board.active(part.id(), at)
                .forEach(happening -> happening.effects().stream()
                        .filter(effect -> effect.part().equals(part.id()))
                        .forEach(effect -> impact(impacts, effect.kind(), happening.id(), effect.severity())));
        return json;
    }

    static ObjectNode happening(Happening happening) {
        var json = object().put("id", happening.id().toString())
                .put("displayName", happening.wording().name())
                .put("description", happening.wording().text())
                .put("beganAt", text(happening.began()))
                .put("endedAt", text(happening.ended()));
        var phase = happening.phase();
        if (phase != null) { // the schema knows no null here
            json.putObject("phase").put("generation", phase.generation()).put("order", phase.order());
        }
        var impacts = json.putArray("affects");
        happening.effects().forEach(effect -> impact(impacts, effect.kind(), effect.part(), effect.severity()));
        var updates = json.putArray("updates");
        happening.notes().forEach(note -> updates.add(note.order()));
        return json;
    }

    static ObjectNode note(Note note) {
        return object().put("order", note.order())
                .put("displayName", note.wording().name())
                .put("description", note.wording().text())
                .put("createdAt", note.createdAt().toString());
    }

    private static void impact(ArrayNode impacts, UUID type, UUID reference, int severity) {
        impacts.addObject()
                .put("type", type.toString())
                .put("reference", reference.toString())
                .put("severity", severity);
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
