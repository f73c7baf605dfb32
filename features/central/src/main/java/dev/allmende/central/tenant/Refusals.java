package dev.allmende.central.tenant;

import dev.allmende.api.Reason;
import dev.allmende.kit.Outcome;
import dev.allmende.openstack.OpenStackException;
import dev.allmende.openstack.OpenStackException.Kind;
import dev.allmende.peer.PeerException;
import java.util.Objects;

/** What a refusal of the cloud means for an object. Pure. */
public final class Refusals {

    private Refusals() {}

    public static <S> Outcome<S> outcome(OpenStackException e, S before) {
        var message = Objects.requireNonNullElse(e.getMessage(), "");
        return switch (e.trouble()) {
            case TRANSIENT -> new Outcome.Retry<>(before, Reason.TRANSIENT_ERROR, message);
            case CONFLICT -> new Outcome.Retry<>(before, Reason.CONFLICT, message);
            case QUOTA -> new Outcome.Retry<>(before, Reason.QUOTA_EXCEEDED, message);
            case NOT_FOUND -> new Outcome.Retry<>(before, Reason.WAITING_FOR, message);
            case UNAUTHORIZED -> new Outcome.Retry<>(before, Reason.UNAUTHORIZED, message);
            // whoever gives the login a role changes no spec: so it is tried again
            case TERMINAL ->
                e.kind() == Kind.FORBIDDEN
                        ? new Outcome.Retry<>(before, Reason.UNAUTHORIZED, message)
                        : new Outcome.Stuck<>(before, Reason.INVALID_SPEC, message);
        };
    }

    /** A peer that is none of OpenStack's services. */
    public static <S> Outcome<S> outcome(PeerException e, S before) {
        var message = Objects.requireNonNullElse(e.getMessage(), "");
        return switch (e.kind()) {
            case UNAVAILABLE, GARBLED -> new Outcome.Retry<>(before, Reason.TRANSIENT_ERROR, message);
            case CONFLICT -> new Outcome.Retry<>(before, Reason.CONFLICT, message);
            case QUOTA -> new Outcome.Retry<>(before, Reason.QUOTA_EXCEEDED, message);
            case NOT_FOUND -> new Outcome.Retry<>(before, Reason.WAITING_FOR, message);
            case UNAUTHORIZED, FORBIDDEN, TLS -> new Outcome.Retry<>(before, Reason.UNAUTHORIZED, message);
            case INVALID -> new Outcome.Stuck<>(before, Reason.INVALID_SPEC, message);
        };
    }
}
