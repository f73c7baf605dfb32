package dev.allmende.central.keep;

import dev.allmende.api.Drift;
import dev.allmende.api.DriftPolicy;
import dev.allmende.api.Import;
import dev.allmende.api.ManagementPolicy;
import dev.allmende.api.Reason;
import dev.allmende.api.Status;
import dev.allmende.api.Thing;
import dev.allmende.kit.Outcome;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One look at what an object claims, with one changing call at most. The thing carries the UID of its object from the create
 * on, and has a name of its own: so a look that was cut off is found again, and nobody else's thing is taken for it.
 */
final class ClaimLook<R extends Thing<?, O>, O extends Record, T> {

    private final R resource;
    private final Claim<T, O> claim;
    private final Status<O> before;
    private final @Nullable Import imported;
    private final String uid;

    ClaimLook(R resource, Claim<T, O> claim, Status<O> before) {
        this.resource = resource;
        this.claim = claim;
        this.before = before;
        this.imported = resource.getSpec().imported();
        this.uid = resource.getMetadata().getUid();
    }

    Outcome<Status<O>> outcome() {
        return find().map(this::found).orElseGet(this::absent);
    }

    private Optional<T> find() {
        var wanted = imported == null ? null : imported.id();
        var id = before.id() == null ? wanted : before.id();
        var known = id == null ? Optional.<T>empty() : claim.find(id);
        // one that was removed may have been made again, by us before a crash or by somebody
        return known.isPresent() || wanted != null ? known : claim.named();
    }

    private Outcome<Status<O>> absent() {
        if (before.id() != null) {
            return vanished();
        }
        if (imported != null) {
            return new Outcome.Retry<>(
                    before, Reason.WAITING_FOR, "%s, which spec.import means, is not there".formatted(claim.what()));
        }
        var announcement = claim.announcement();
        if (announcement.isPresent()) {
            return new Outcome.Busy<>(before.ahead(announcement.get()), Reason.CREATING, claim.what());
        }
        var id = claim.create(uid);
        return claim.find(id)
                .map(thing -> claim.lacks(thing).isEmpty() ? ready(thing) : busy(thing, Reason.CREATING))
                .orElseGet(() -> new Outcome.Retry<>(
                        before, Reason.TRANSIENT_ERROR, "%s was made and does not show yet".formatted(claim.what())));
    }

    /** A thing with others in it is not made anew, empty, without being asked. */
    private Outcome<Status<O>> vanished() {
        var what = "%s was removed by another's hand".formatted(claim.what());
        if (isObserved()) {
            return new Outcome.Retry<>(before, Reason.EXTERNALLY_DELETED, what);
        }
        boolean isChanged = before.observedGeneration() != Look.generation(resource);
        return isChanged || resource.getSpec().drift() == DriftPolicy.CORRECT
                ? new Outcome.Busy<>(before.gone(), Reason.EXTERNALLY_DELETED, what + ": it will be made anew")
                : new Outcome.Stuck<>(
                        before,
                        Reason.EXTERNALLY_DELETED,
                        what + ": change the spec, or set drift: Correct, to make it anew");
    }

    private Outcome<Status<O>> found(T thing) {
        if (isObserved()) {
            return new Outcome.Ready<>(seen(thing, claim.seen(thing), List.of()), claim.id(thing));
        }
        var owner = claim.owner(thing);
        if (owner.isPresent()) {
            return owner.get().equals(uid)
                    ? keep(thing)
                    : conflict("belongs to another object (UID %s): take another name".formatted(owner.get()));
        }
        boolean isOurs = imported != null || claim.id(thing).equals(before.id());
        return isOurs ? adopt(thing) : conflict("is there already: set import to take it over, or take another name");
    }

    private Outcome<Status<O>> adopt(T thing) {
        claim.adopt(thing, uid);
        return busy(thing, Reason.UPDATING);
    }

    private Outcome<Status<O>> keep(T thing) {
        var lacks = claim.lacks(thing);
        if (lacks.isEmpty()) {
            var due = claim.due(thing);
            if (due.isEmpty()) {
                return ready(thing);
            }
            due.getFirst().act().run();
            return busy(thing, Reason.UPDATING);
        }
        if (resource.getSpec().drift() == DriftPolicy.REPORT && Look.isReached(resource, before)) {
            var drift = lacks.stream().map(Change::drift).limit(Drifts.MOST).toList();
            return new Outcome.Drifted<>(seen(thing, claim.seen(thing), drift), Drifts.told(drift));
        }
        lacks.getFirst().act().run();
        return busy(thing, before.id() == null ? Reason.CREATING : Reason.UPDATING);
    }

    private Outcome<Status<O>> ready(T thing) {
        return new Outcome.Ready<>(seen(thing, claim.settled(thing), List.of()), claim.id(thing));
    }

    private Outcome<Status<O>> busy(T thing, Reason reason) {
        return new Outcome.Busy<>(seen(thing, claim.seen(thing), List.of()), reason, claim.what());
    }

    private Outcome<Status<O>> conflict(String why) {
        return new Outcome.Retry<>(before, Reason.CONFLICT, "%s %s".formatted(claim.what(), why));
    }

    private Status<O> seen(T thing, O shown, List<Drift> drift) {
        return before.seen(Objects.requireNonNull(claim.id(thing)), shown, drift);
    }

    private boolean isObserved() {
        return resource.getSpec().managementPolicy() == ManagementPolicy.OBSERVE;
    }
}
