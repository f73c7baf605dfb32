package dev.allmende.central.keep;

import dev.allmende.api.Condition;
import dev.allmende.api.Drift;
import dev.allmende.api.DriftPolicy;
import dev.allmende.api.Import;
import dev.allmende.api.ManagementPolicy;
import dev.allmende.api.Reason;
import dev.allmende.api.Status;
import dev.allmende.api.Thing;
import dev.allmende.central.tenant.Projects;
import dev.allmende.kit.Outcome;
import dev.allmende.openstack.resource.Mark;
import dev.allmende.openstack.resource.Resource;
import dev.allmende.openstack.resource.Resources;
import dev.allmende.openstack.resource.State;
import dev.allmende.openstack.resource.Wanted;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One look at one object, with one mutating call at most. A thing carries the UID of its object from the create on: when that
 * was cut off before the status was written, the next look finds the thing by it.
 */
final class Look<R extends Thing<?, O>, O extends Record, W extends Wanted<W>, T extends Resource> {

    private final R resource;
    private final Recipe<R, O, W, T> recipe;
    private final Projects.Open open;
    private final Resources<W, T> things;
    private final Board<T> board;
    private final Status<O> before;

    Look(R resource, Recipe<R, O, W, T> recipe, Projects.Open open, Resources<W, T> things, Status<O> before) {
        this.resource = resource;
        this.recipe = recipe;
        this.open = open;
        this.things = things;
        this.board = open.boards().of(things);
        this.before = before;
    }

    Outcome<Status<O>> outcome() {
        var id = before.id();
        var imported = resource.getSpec().imported();
        if (id == null) {
            return imported == null ? make() : take(imported);
        }
        return find(id).map(thing -> isObserved() ? state(thing, Reason.UPDATING) : keep(thing))
                .orElseGet(() -> vanished(id, imported != null));
    }

    /** What a list does not show may still be there: something shared, or on a page that moved. */
    private Optional<T> find(String id) {
        boolean calm = isReached() && Condition.isReady(before);
        return board.find(id, calm).or(() -> things.find(id));
    }

    private Outcome<Status<O>> vanished(String id, boolean wasImported) {
        return wasImported
                ? waiting("the project has no %s %s any more".formatted(word(), id))
                : new Outcome.Busy<>(
                        before.gone(),
                        Reason.EXTERNALLY_DELETED,
                        "%s %s was deleted in the cloud: it will be made anew".formatted(word(), id));
    }

    private Outcome<Status<O>> make() {
        return switch (wish()) {
            case Sought.Waits<W>(var what) -> waiting(what);
            case Sought.Wants<W>(var wanted) -> {
                var owner = Keeper.mark(resource);
                var own = board.all(owner.owner()).stream()
                        .filter(thing -> recipe.isOwn(
                                resource, thing, owner, things.kind().place()))
                        .findFirst();
                var thing = own.orElseGet(() -> create(wanted, owner));
                board.changed(thing.id());
                yield made(thing, wanted);
            }
        };
    }

    private T create(W wanted, Mark owner) {
        try {
            return recipe.make(open.cloud(), things, wanted);
        } finally {
            board.changed(owner.owner());
        }
    }

    /** The identifier is written before anything else is done. */
    private Outcome<Status<O>> made(T thing, W wanted) {
        boolean isDone = things.missing(wanted, thing).isEmpty()
                && recipe.state(resource, thing) instanceof State.Ready
                && recipe.further(resource, open.cloud(), thing) instanceof Sought.Wants<List<Change>>(var lacks)
                && lacks.isEmpty();
        return isDone ? new Outcome.Ready<>(seen(thing), thing.id()) : busy(thing, Reason.CREATING, "");
    }

    private Outcome<Status<O>> take(Import imported) {
        var candidates = imported.id() == null
                ? board.lately()
                : things.find(imported.id()).stream().toList();
        return switch (Match.of(imported, candidates, word())) {
            case Match.None<T>(var why) -> waiting(why);
            case Match.Several<T>(var why) -> new Outcome.Stuck<>(before, Reason.INVALID_SPEC, why);
            case Match.One<T>(var thing) ->
                isObserved() ? state(thing, Reason.UPDATING) : busy(thing, Reason.UPDATING, "is taken over: ");
        };
    }

    private Outcome<Status<O>> keep(T thing) {
        if (!(recipe.state(resource, thing) instanceof State.Ready)) {
            return state(thing, isNew() ? Reason.CREATING : Reason.UPDATING, unsteady(thing.status()));
        }
        var lacks = wish().then(wanted -> recipe.further(resource, open.cloud(), thing)
                .map(changes ->
                        new Lacks<>(things.missing(wanted, thing), changes, Drifts.of(wanted, thing, changes))));
        return switch (lacks) {
            case Sought.Waits<Lacks<W>>(var what) ->
                new Outcome.Retry<>(seen(thing, unsteady(what)), Reason.WAITING_FOR, what);
            case Sought.Wants<Lacks<W>>(var what) ->
                what.isNothing() ? state(thing, Reason.UPDATING) : mend(thing, what);
        };
    }

    private Outcome<Status<O>> mend(T thing, Lacks<W> lacks) {
        if (resource.getSpec().drift() == DriftPolicy.REPORT && isReached()) {
            // it was as the spec wants it, so somebody else changed it
            return new Outcome.Drifted<>(
                    before.seen(thing.id(), recipe.seen(open.cloud(), thing), lacks.drift()),
                    Drifts.told(lacks.drift()));
        }
        try {
            if (lacks.fields().isEmpty()) {
                return change(thing, lacks);
            }
            var now = recipe.send(open.cloud(), things, thing, lacks.fields().get());
            return lacks.changes().isEmpty() ? state(now, Reason.UPDATING) : busy(now, Reason.UPDATING, "");
        } finally {
            board.changed(thing.id());
        }
    }

    /** What the cloud has given up keeps nothing else from being done. */
    private Outcome<Status<O>> change(T thing, Lacks<W> lacks) {
        var next = lacks.changes().stream()
                .filter(each -> each.hopeless().isEmpty())
                .findFirst();
        if (next.isEmpty()) {
            var why = lacks.changes().getFirst().hopeless().orElseThrow();
            return new Outcome.Stuck<>(seen(thing, lacks.drift()), Reason.FAILED, why);
        }
        next.get().act().run();
        return busy(thing, Reason.UPDATING, next.get().drift().path() + " of ");
    }

    /**
     * What a thing lacks.
     *
     * @param fields to be sent in one call
     * @param changes each a call of its own
     */
    private record Lacks<W>(Optional<W> fields, List<Change> changes, List<Drift> drift) {

        boolean isNothing() {
            return fields.isEmpty() && changes.isEmpty();
        }
    }

    private Outcome<Status<O>> state(T thing, Reason busy) {
        return state(thing, busy, List.of());
    }

    private Outcome<Status<O>> state(T thing, Reason busy, List<Drift> drift) {
        var shown = seen(thing, drift);
        return switch (recipe.state(resource, thing)) {
            case State.Ready ready -> new Outcome.Ready<>(shown, thing.id());
            case State.Busy is -> new Outcome.Busy<>(shown, busy, is.status());
            case State.Leaving is -> new Outcome.Busy<>(shown, Reason.DELETING, is.status());
            case State.Broken broken ->
                new Outcome.Retry<>(
                        shown,
                        Reason.FAILED,
                        "%s %s".formatted(broken.status(), broken.reason()).strip());
        };
    }

    private Outcome<Status<O>> busy(T thing, Reason reason, String what) {
        return new Outcome.Busy<>(seen(thing), reason, "%s%s %s".formatted(what, word(), thing.id()));
    }

    private Outcome<Status<O>> waiting(String what) {
        return new Outcome.Retry<>(before, Reason.WAITING_FOR, what);
    }

    private Status<O> seen(T thing) {
        return seen(thing, List.of());
    }

    private Status<O> seen(T thing, List<Drift> drift) {
        return before.seen(thing.id(), recipe.seen(open.cloud(), thing), drift);
    }

    /** A thing that was as the spec wants it and is on its way now was sent there by somebody else: so much is known to differ. */
    private List<Drift> unsteady(String have) {
        return isReached() ? List.of(new Drift("status", "usable", have)) : List.of();
    }

    private Sought<W> wish() {
        var spec = resource.getSpec();
        var name =
                Objects.requireNonNullElse(spec.name(), resource.getMetadata().getName());
        var description = Objects.requireNonNullElse(spec.description(), "");
        return recipe.sought(resource)
                .map(wanted -> things.marked(recipe.named(wanted, name, description), Keeper.mark(resource)));
    }

    private boolean isObserved() {
        return resource.getSpec().managementPolicy() == ManagementPolicy.OBSERVE;
    }

    private String word() {
        return things.kind().word();
    }

    /** Whether the thing was never more than being made. */
    private boolean isNew() {
        return Condition.find(before.conditions(), Condition.READY)
                .filter(ready -> !ready.reason().equals(Reason.CREATING.word()))
                .isEmpty();
    }

    /** Whether the thing once was as this spec wants it. */
    private boolean isReached() {
        return isReached(resource, before);
    }

    static boolean isReached(HasMetadata resource, Status<?> before) {
        return before.reachedGeneration() > 0 && before.reachedGeneration() == generation(resource);
    }

    static long generation(HasMetadata resource) {
        return Objects.requireNonNullElse(resource.getMetadata().getGeneration(), 0L);
    }
}
