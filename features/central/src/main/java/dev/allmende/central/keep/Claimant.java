package dev.allmende.central.keep;

import dev.allmende.api.Reason;
import dev.allmende.api.Status;
import dev.allmende.api.Thing;
import dev.allmende.central.tenant.Refusals;
import dev.allmende.kit.Actuator;
import dev.allmende.kit.Outcome;
import dev.allmende.openstack.OpenStackException;
import dev.allmende.peer.PeerException;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.function.Function;

/** Keeps what an object claims as its spec wants it: one {@link ClaimLook} after the other. */
final class Claimant<R extends Thing<?, O>, O extends Record, T> implements Actuator<R, Status<O>> {

    private final Claims<R, O, T> claims;
    private final Function<HasMetadata, List<String>> holders;

    Claimant(Claims<R, O, T> claims, Function<HasMetadata, List<String>> holders) {
        this.claims = claims;
        this.holders = holders;
    }

    @Override
    public Outcome<Status<O>> act(R resource) {
        var before = Keeper.before(resource, holders.apply(resource));
        try {
            return switch (claims.of(resource, false)) {
                case Sought.Waits<Claim<T, O>>(var what) -> new Outcome.Retry<>(before, Reason.WAITING_FOR, what);
                case Sought.Wants<Claim<T, O>>(var claim) -> new ClaimLook<>(resource, claim, before).outcome();
            };
        } catch (OpenStackException refused) {
            return Refusals.outcome(refused, before);
        } catch (PeerException refused) {
            return Refusals.outcome(refused, before);
        }
    }
}
