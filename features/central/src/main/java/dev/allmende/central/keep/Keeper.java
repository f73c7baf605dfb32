package dev.allmende.central.keep;

import dev.allmende.api.Reason;
import dev.allmende.api.Status;
import dev.allmende.api.Thing;
import dev.allmende.central.tenant.Projects;
import dev.allmende.central.tenant.Refusals;
import dev.allmende.kit.Actuator;
import dev.allmende.kit.Outcome;
import dev.allmende.openstack.OpenStackException;
import dev.allmende.openstack.resource.Mark;
import dev.allmende.openstack.resource.Resource;
import dev.allmende.openstack.resource.Resources;
import dev.allmende.openstack.resource.Wanted;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/** Makes a thing once, watches it, and changes it: one {@link Look} after the other. */
final class Keeper<R extends Thing<?, O>, O extends Record, W extends Wanted<W>, T extends Resource>
        implements Actuator<R, Status<O>> {

    /** So many holders are named. */
    private static final int NAMED = 20;

    private final Projects projects;
    private final Recipe<R, O, W, T> recipe;
    private final Function<HasMetadata, List<String>> holders;

    Keeper(Projects projects, Recipe<R, O, W, T> recipe, Function<HasMetadata, List<String>> holders) {
        this.projects = projects;
        this.recipe = recipe;
        this.holders = holders;
    }

    @Override
    public Outcome<Status<O>> act(R resource) {
        var before = before(resource, holders.apply(resource));
        return switch (projects.of(resource.getMetadata().getNamespace())) {
            case Projects.Shut shut -> shut.outcome(before);
            case Projects.Open open -> {
                try {
                    yield look(resource, open, before);
                } catch (OpenStackException refused) {
                    yield refusal(recipe, refused, before, Reason.UPDATING);
                }
            }
        };
    }

    private Outcome<Status<O>> look(R resource, Projects.Open open, Status<O> before) {
        return switch (recipe.in(open.cloud(), resource)) {
            case Sought.Waits<Resources<W, T>>(var what) -> new Outcome.Retry<>(before, Reason.WAITING_FOR, what);
            case Sought.Wants<Resources<W, T>>(var things) ->
                new Look<>(resource, recipe, open, things, before).outcome();
        };
    }

    /** @param doing what is to be done with the thing as soon as it can be */
    static <O extends Record> Outcome<Status<O>> refusal(
            Recipe<?, O, ?, ?> recipe, OpenStackException refused, Status<O> before, Reason doing) {
        return recipe.isBusy(refused)
                ? new Outcome.Busy<>(before, doing, "waits for the end of what is going on with it")
                : Refusals.outcome(refused, before);
    }

    /** What is known of an object, and who needs it now. */
    static <O extends Record> Status<O> before(Thing<?, O> resource, List<String> holders) {
        var status = resource.getStatus();
        long generation = Objects.requireNonNullElse(resource.getMetadata().getGeneration(), 0L);
        return (status == null ? Status.<O>unseen() : status)
                .forGeneration(generation)
                .usedBy(few(holders));
    }

    /** A realm may have tens of thousands of users. */
    private static List<String> few(List<String> holders) {
        int more = holders.size() - NAMED;
        return more <= 0
                ? holders
                : Stream.concat(holders.stream().limit(NAMED), Stream.of("%d more".formatted(more)))
                        .toList();
    }

    static Mark mark(HasMetadata resource) {
        return new Mark(resource.getMetadata().getUid());
    }
}
