package dev.allmende.kit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.api.Condition;
import dev.allmende.api.Observed;
import io.fabric8.kubernetes.client.CustomResource;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What makes a kind's controller: the first of the three files that each kind has (wiring, actuator, status).
 *
 * @param definition of the kind, as it is installed
 * @param unseen status of an object that was never looked at
 * @param withMeta puts conditions and generation into a status
 * @param secret name of the Secret that an object depends on, in the controllers' namespace; its change wakes the object
 * @param resync how often what is ready is looked at
 * @param remover for kinds whose objects stand for something that must go with them: then they have a finalizer
 * @param needs kinds of other objects that an object depends on
 */
public record Controller<R extends CustomResource<?, S>, S extends Observed>(
        Class<R> kind,
        ObjectNode definition,
        Actuator<R, S> actuator,
        S unseen,
        WithMeta<S> withMeta,
        Optional<Function<R, String>> secret,
        Duration resync,
        Optional<Remover<R, S>> remover,
        List<Dependency<R, ?>> needs) {

    /** A kind that leaves nothing behind and needs no other objects. */
    public Controller(
            Class<R> kind,
            ObjectNode definition,
            Actuator<R, S> actuator,
            S unseen,
            WithMeta<S> withMeta,
            Optional<Function<R, String>> secret,
            Duration resync) {
        this(kind, definition, actuator, unseen, withMeta, secret, resync, Optional.empty(), List.of());
    }

    /** A status with these conditions. */
    public interface WithMeta<S> {
        S apply(S status, long generation, List<Condition> conditions);
    }
}
