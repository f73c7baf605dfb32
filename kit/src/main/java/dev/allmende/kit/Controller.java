package dev.allmende.kit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.api.Condition;
import dev.allmende.api.Observed;
import io.fabric8.kubernetes.client.CustomResource;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What makes a kind's controller: the first of the three files that each kind has (wiring, actuator, status).
 *
 * @param definition of the kind, as it is installed
 * @param unseen status of an object that was never looked at
 * @param withMeta puts conditions and generation into a status
 * @param resync how often what is ready is looked at
 * @param remover for kinds whose objects stand for something that must go with them: then they have a finalizer
 * @param needs other objects that an object depends on
 */
public record Controller<R extends CustomResource<?, S>, S extends Observed>(
        Class<R> kind,
        ObjectNode definition,
        Actuator<R, S> actuator,
        S unseen,
        WithMeta<S> withMeta,
        Duration resync,
        Optional<Remover<R, S>> remover,
        List<Dependency<R, ?>> needs) {

    public Controller {
        needs = List.copyOf(needs);
    }

    /** A status with these conditions. */
    public interface WithMeta<S> {
        S apply(S status, long generation, List<Condition> conditions);
    }
}
