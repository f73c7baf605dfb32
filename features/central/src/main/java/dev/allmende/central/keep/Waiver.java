package dev.allmende.central.keep;

import dev.allmende.api.Reason;
import dev.allmende.api.Status;
import dev.allmende.api.Thing;
import dev.allmende.central.tenant.Refusals;
import dev.allmende.kit.Outcome;
import dev.allmende.kit.Remover;
import dev.allmende.openstack.OpenStackException;
import dev.allmende.peer.PeerException;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Gives up what an object claims, as the deletion policy says, after the objects that need it; only what carries its mark. */
final class Waiver<R extends Thing<?, O>, O extends Record, T> implements Remover<R, Status<O>> {

    private final Claims<R, O, T> claims;
    private final Function<HasMetadata, List<String>> holders;

    Waiver(Claims<R, O, T> claims, Function<HasMetadata, List<String>> holders) {
        this.claims = claims;
        this.holders = holders;
    }

    @Override
    public Step<Status<O>> remove(R resource) {
        var before = Keeper.before(resource, holders.apply(resource));
        var parting = Parting.of(resource, before);
        if (parting.filter(Gone.class::isInstance).isPresent()) {
            leave(resource);
        }
        return parting.orElseGet(() -> remove(resource, before));
    }

    /** The thing stays; an object that only lets go of it is not held up by a place that does not answer. */
    private void leave(R resource) {
        try {
            if (claims.of(resource, true) instanceof Sought.Wants<Claim<T, O>>(var claim)) {
                claim.leave();
            }
        } catch (OpenStackException | PeerException unreachable) {
            // what it was looked after with stays too
        }
    }

    private Step<Status<O>> remove(R resource, Status<O> before) {
        try {
            return switch (claims.of(resource, true)) {
                case Sought.Waits<Claim<T, O>>(var what) ->
                    // without what it needs it was never made
                    before.id() == null
                            ? new Gone<>()
                            : new Left<>(new Outcome.Retry<>(before, Reason.WAITING_FOR, what));
                case Sought.Wants<Claim<T, O>>(var claim) -> remove(resource, claim, before);
            };
        } catch (OpenStackException refused) {
            return new Left<>(Refusals.outcome(refused, before));
        } catch (PeerException refused) {
            return new Left<>(Refusals.outcome(refused, before));
        }
    }

    private Step<Status<O>> remove(R resource, Claim<T, O> claim, Status<O> before) {
        var known = Optional.ofNullable(before.id()).flatMap(claim::find);
        // killed before the status was written: the mark tells
        var own = known.or(claim::named)
                .filter(thing -> claim.owner(thing)
                        .filter(resource.getMetadata().getUid()::equals)
                        .isPresent());
        if (own.isPresent()) {
            var parts = claim.undo(own.get());
            if (!parts.isEmpty()) {
                parts.getFirst().act().run();
                return Parting.left(
                        before,
                        "%s of %s is taken off"
                                .formatted(parts.getFirst().drift().path(), claim.what()));
            }
            claim.delete(own.get());
        }
        claim.leave();
        return new Gone<>();
    }
}
