package dev.allmende.status.contract;

import dev.allmende.api.ObjectReference;
import dev.allmende.api.status.Impact;
import dev.allmende.api.status.IncidentSpec;
import dev.allmende.api.status.Origin;
import dev.allmende.api.status.PhaseReference;
import dev.allmende.api.status.Update;
import dev.allmende.status.board.Board;
import dev.allmende.status.board.Ids;
import dev.allmende.status.board.Phase;
import dev.allmende.status.board.Severities;
import dev.allmende.status.view.Ask;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What becomes of an incident by a body of the contract. What the body leaves out stays. */
final class IncidentMerge {

    static final IncidentSpec NOTHING =
            new IncidentSpec(null, null, List.of(), null, null, null, List.of(), List.of(), null, Origin.PERSON);

    private static final int MOST_IMPACTS = 256;
    private static final int MOST_PHASES = 1000;
    private static final int LAST_GENERATION = 1_000_000;

    private IncidentMerge() {}

    static Body body(Ask ask) {
        return Body.of(ask, "displayName", "description", "beganAt", "endedAt", "phase", "affects");
    }

    /** @throws Refused 400 for what SCS-0402 forbids of the whole, even where the body gives only a part */
    static IncidentSpec merged(IncidentSpec old, Body body, Board board) {
        var spec = new IncidentSpec(
                body.text("displayName", old.displayName(), Body.NAME),
                body.text("description", old.description(), Body.TEXT),
                old.translations(),
                body.time("beganAt", old.beganAt()),
                body.time("endedAt", old.endedAt()),
                body.has("phase") ? phase(body, board) : old.phase(),
                body.has("affects") ? impacts(body, board) : old.affects(),
                old.updates(),
                old.lastOrder(),
                old.origin());
        check(spec, body);
        return spec;
    }

    static IncidentSpec with(IncidentSpec old, List<Update> updates, int lastOrder) {
        return new IncidentSpec(
                old.displayName(),
                old.description(),
                old.translations(),
                old.beganAt(),
                old.endedAt(),
                old.phase(),
                old.affects(),
                updates,
                lastOrder < 0 ? null : lastOrder,
                old.origin());
    }

    private static void check(IncidentSpec spec, Body body) {
        var began = spec.beganAt();
        var ended = spec.endedAt();
        if (began != null
                && ended != null
                && OffsetDateTime.parse(ended)
                        .toInstant()
                        .isBefore(OffsetDateTime.parse(began).toInstant())) {
            throw body.wrong(body.has("endedAt") ? "endedAt" : "beganAt", "endedAt lies before beganAt");
        }
        boolean open = began == null || ended == null;
        if (open && spec.affects().stream().anyMatch(impact -> impact.severity() == 0)) {
            throw body.wrong(
                    began == null ? "beganAt" : "endedAt",
                    "severity 0 is maintenance: beganAt and endedAt are needed (SCS-0402)");
        }
    }

    private static @Nullable PhaseReference phase(Body body, Board board) {
        if (!body.gives("phase")) {
            return null;
        }
        var inner = body.inner("phase");
        int generation = inner.neededNumber("generation", 1, LAST_GENERATION);
        int order = inner.neededNumber("order", 0, MOST_PHASES);
        if (board.page().name(new Phase(generation, order)).isEmpty()) {
            throw body.wrong("phase", "phases have no generation %d with order %d".formatted(generation, order));
        }
        return new PhaseReference(generation, order);
    }

    private static List<Impact> impacts(Body body, Board board) {
        var impacts = new ArrayList<Impact>();
        if (!body.gives("affects")) {
            return impacts;
        }
        int count = body.items("affects", MOST_IMPACTS).size();
        var seen = new HashSet<String>();
        for (int i = 0; i < count; i++) {
            var impact = impact(body.item("affects", i), board);
            if (!seen.add(
                    impact.componentRef().name() + " " + impact.impactTypeRef().name())) {
                throw Refused.field("/affects/" + i, "this component suffers this type twice");
            }
            impacts.add(impact);
        }
        return impacts;
    }

    private static Impact impact(Body item, Board board) {
        var component = Ids.read(item.neededText("reference", Body.NAME))
                .flatMap(board::part)
                .orElseThrow(() -> item.wrong("reference", "there is no component with this id"));
        var type = Ids.read(item.neededText("type", Body.NAME))
                .flatMap(board::kind)
                .orElseThrow(() -> item.wrong("type", "there is no impact type with this id"));
        return new Impact(
                new ObjectReference(component.name()),
                new ObjectReference(type.name()),
                item.neededNumber("severity", 0, Severities.HIGHEST));
    }
}
