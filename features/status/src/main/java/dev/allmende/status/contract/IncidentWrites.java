package dev.allmende.status.contract;

import dev.allmende.api.status.Incident;
import dev.allmende.api.status.IncidentSpec;
import dev.allmende.api.status.Update;
import dev.allmende.status.board.Board;
import dev.allmende.status.board.Happening;
import dev.allmende.status.caller.Caller;
import dev.allmende.status.view.Ask;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** Incidents and their updates. Numbers of updates are never given twice. */
final class IncidentWrites {

    private static final int MOST_UPDATES = 512;

    private final Store store;
    private final InstantSource clock;

    IncidentWrites(Store store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    Incident create(Ask ask, Board board, Caller author) throws InterruptedException {
        var incident = new Incident();
        var spec = IncidentMerge.merged(IncidentMerge.NOTHING, IncidentMerge.body(ask), board);
        incident.setSpec(spec);
        return store.create(incident, Objects.requireNonNullElse(spec.displayName(), ""), board, author);
    }

    void change(String id, Ask ask, Board board, Caller author) throws InterruptedException {
        var body = IncidentMerge.body(ask);
        edit(id, board, author, old -> IncidentMerge.merged(old, body, board));
    }

    void delete(String id, Board board) throws InterruptedException {
        var happening = incident(id, board);
        store.delete(
                Incident.class,
                happening.name(),
                board,
                now -> now.happening(happening.id()).isPresent());
    }

    /** @return its order */
    int addUpdate(String id, Ask ask, Board board, Caller author) throws InterruptedException {
        var body = updateBody(ask);
        var now = clock.instant().toString();
        var written = edit(id, board, author, old -> {
            if (old.updates().size() == MOST_UPDATES) {
                throw Refused.of(409, "an incident keeps %d updates and no more".formatted(MOST_UPDATES));
            }
            int order = last(old) + 1;
            var updates = new ArrayList<>(old.updates());
            updates.add(merged(new Update(order, null, null, List.of(), now), body, now));
            return IncidentMerge.with(old, updates, order);
        });
        return last(written.getSpec());
    }

    void changeUpdate(Target.Update target, Ask ask, Board board, Caller author) throws InterruptedException {
        var body = updateBody(ask);
        var now = clock.instant().toString();
        int order = Find.note(board, target.incident(), target.order()).order();
        edit(target.incident(), board, author, old -> {
            var updates = new ArrayList<>(old.updates());
            if (updates.stream().noneMatch(update -> update.order() == order)) {
                throw Refused.of(404, "it is gone");
            }
            updates.replaceAll(update -> update.order() == order ? merged(update, body, now) : update);
            return IncidentMerge.with(old, updates, last(old));
        });
    }

    void dropUpdate(Target.Update target, Board board, Caller author) throws InterruptedException {
        int order = Find.note(board, target.incident(), target.order()).order();
        edit(target.incident(), board, author, old -> {
            var updates = old.updates().stream()
                    .filter(update -> update.order() != order)
                    .toList();
            return IncidentMerge.with(old, updates, last(old));
        });
    }

    private Incident edit(String id, Board board, Caller author, UnaryOperator<IncidentSpec> change)
            throws InterruptedException {
        var name = incident(id, board).name();
        return store.edit(
                Incident.class, name, board, author, incident -> incident.setSpec(change.apply(incident.getSpec())));
    }

    private static Happening incident(String id, Board board) {
        var happening = Find.happening(board, id);
        if (happening.sort() == Happening.Sort.MAINTENANCE) {
            throw Refused.of(
                    409, "it is a window of the Maintenance %s: change that resource".formatted(happening.name()));
        }
        return happening;
    }

    private static Body updateBody(Ask ask) {
        return Body.of(ask, "displayName", "description", "createdAt");
    }

    /** @param now for who gives no time */
    private static Update merged(Update old, Body body, String now) {
        return new Update(
                old.order(),
                body.text("displayName", old.displayName(), Body.NAME),
                body.text("description", old.description(), Body.TEXT),
                old.translations(),
                Objects.requireNonNullElse(body.time("createdAt", old.createdAt()), now));
    }

    /** The highest number ever given; -1 before the first. */
    private static int last(IncidentSpec spec) {
        int there = spec.updates().stream().mapToInt(Update::order).max().orElse(-1);
        return Math.max(there, Objects.requireNonNullElse(spec.lastOrder(), -1));
    }
}
