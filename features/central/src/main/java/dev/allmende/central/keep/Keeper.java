package dev.allmende.central.keep;

import dev.allmende.api.Condition;
import dev.allmende.api.DriftPolicy;
import dev.allmende.api.Managed;
import dev.allmende.api.ManagementPolicy;
import dev.allmende.api.Placed;
import dev.allmende.api.Reason;
import dev.allmende.central.tenant.Projects;
import dev.allmende.central.tenant.Refusals;
import dev.allmende.kit.Actuator;
import dev.allmende.kit.Outcome;
import dev.allmende.openstack.OpenStackException;
import dev.allmende.openstack.resource.Mark;
import dev.allmende.openstack.resource.Resource;
import dev.allmende.openstack.resource.Resources;
import dev.allmende.openstack.resource.State;
import dev.allmende.openstack.resource.Wanted;
import io.fabric8.kubernetes.client.CustomResource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Makes a thing once, watches it, and changes it, with one mutating call in a look at most. The thing carries the UID of its
 * object from the create on: when that was cut off before the status was written, the next look finds the thing by it.
 */
public final class Keeper<
                R extends CustomResource<? extends Managed, S>,
                S extends Placed,
                W extends Wanted<W>,
                T extends Resource>
        implements Actuator<R, S> {

    private final Projects projects;
    private final Recipe<R, S, W, T> recipe;

    public Keeper(Projects projects, Recipe<R, S, W, T> recipe) {
        this.projects = projects;
        this.recipe = recipe;
    }

    @Override
    public Outcome<S> act(R resource) {
        var before = Objects.requireNonNullElse(resource.getStatus(), recipe.unseen());
        return switch (projects.of(resource.getMetadata().getNamespace())) {
            case Projects.Shut shut -> shut.outcome(before);
            case Projects.Open open -> {
                try {
                    yield look(resource, recipe.in(open.cloud()), before);
                } catch (OpenStackException refused) {
                    yield Refusals.outcome(refused, before);
                }
            }
        };
    }

    private Outcome<S> look(R resource, Resources<W, T> things, S before) {
        if (resource.getSpec().managementPolicy() == ManagementPolicy.OBSERVE) {
            return observed(Objects.requireNonNullElse(resource.getSpec().importID(), ""), things, before);
        }
        return switch (recipe.sought(resource)) {
            case Recipe.Waits<W> waits -> new Outcome.Retry<>(before, Reason.WAITING_FOR, waits.what());
            case Recipe.Wants<W> wish -> {
                var wanted = things.marked(named(resource, wish.wanted()), mark(resource));
                yield before.id() == null
                        ? make(resource, wanted, things)
                        : keep(resource, before.id(), wanted, things, before);
            }
        };
    }

    private Outcome<S> observed(String id, Resources<W, T> things, S before) {
        return things.find(id)
                .map(thing -> state(thing, Reason.UPDATING))
                .orElseGet(() -> new Outcome.Retry<>(
                        before,
                        Reason.WAITING_FOR,
                        "the project has no %s %s".formatted(things.kind().word(), id)));
    }

    private Outcome<S> make(R resource, W wanted, Resources<W, T> things) {
        var own = things.owned(mark(resource));
        var thing = own.isEmpty() ? things.create(wanted) : own.getFirst();
        // the identifier is written before anything else is done
        return new Outcome.Busy<>(
                recipe.shown(thing, List.of()),
                Reason.CREATING,
                "%s %s".formatted(things.kind().word(), thing.id()));
    }

    private Outcome<S> keep(R resource, String id, W wanted, Resources<W, T> things, S before) {
        var found = things.find(id);
        if (found.isEmpty()) {
            return new Outcome.Busy<>(
                    recipe.unseen(),
                    Reason.EXTERNALLY_DELETED,
                    "%s %s was deleted in the cloud: it will be made anew"
                            .formatted(things.kind().word(), id));
        }
        var thing = found.get();
        Optional<W> changes = things.missing(wanted, thing);
        if (changes.isEmpty() || !(thing.state() instanceof State.Ready)) {
            return state(thing, Reason.CREATING);
        }
        if (isDrift(resource, before) && resource.getSpec().drift() == DriftPolicy.REPORT) {
            var drift = Drifts.between(wanted, thing);
            return new Outcome.Drifted<>(recipe.shown(thing, drift), Drifts.told(drift));
        }
        return state(things.update(id, changes.get()), Reason.UPDATING);
    }

    /** What differs although this spec was reached once was changed by somebody else. */
    private static boolean isDrift(CustomResource<?, ? extends Placed> resource, Placed before) {
        long generation = Objects.requireNonNullElse(resource.getMetadata().getGeneration(), 0L);
        return Condition.find(before.conditions(), Condition.SYNCED)
                .filter(synced -> synced.observedGeneration() == generation)
                .filter(synced -> synced.isTrue() || synced.reason().equals(Reason.DRIFTED.word()))
                .isPresent();
    }

    private Outcome<S> state(T thing, Reason busy) {
        var shown = recipe.shown(thing, List.of());
        return switch (thing.state()) {
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

    private W named(R resource, W wanted) {
        var spec = resource.getSpec();
        return wanted.name(Objects.requireNonNullElse(
                        spec.name(), resource.getMetadata().getName()))
                .description(Objects.requireNonNullElse(spec.description(), ""));
    }

    static Mark mark(CustomResource<?, ?> resource) {
        return new Mark(resource.getMetadata().getUid());
    }
}
