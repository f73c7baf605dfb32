package dev.allmende.central.keep;

import dev.allmende.api.Reason;
import dev.allmende.api.Status;
import dev.allmende.api.Thing;
import dev.allmende.central.tenant.Projects;
import dev.allmende.kit.Remover;
import dev.allmende.openstack.OpenStackException;
import dev.allmende.openstack.resource.Removal;
import dev.allmende.openstack.resource.Resource;
import dev.allmende.openstack.resource.Resources;
import dev.allmende.openstack.resource.State;
import dev.allmende.openstack.resource.Wanted;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Removes a thing with its object, as the deletion policy says, after the objects that need it. It finds the thing by its
 * mark also when the identifier never got into the status.
 */
final class Undoer<R extends Thing<?, O>, O extends Record, W extends Wanted<W>, T extends Resource>
        implements Remover<R, Status<O>> {

    private final Projects projects;
    private final Recipe<R, O, W, T> recipe;
    private final Function<HasMetadata, List<String>> holders;

    Undoer(Projects projects, Recipe<R, O, W, T> recipe, Function<HasMetadata, List<String>> holders) {
        this.projects = projects;
        this.recipe = recipe;
        this.holders = holders;
    }

    @Override
    public Step<Status<O>> remove(R resource) {
        var before = Keeper.before(resource, holders.apply(resource));
        return Parting.of(resource, before).orElseGet(() -> removeIn(resource, before));
    }

    private Step<Status<O>> removeIn(R resource, Status<O> before) {
        return switch (projects.of(resource.getMetadata().getNamespace())) {
            case Projects.Shut shut -> new Left<>(shut.outcome(before));
            case Projects.Open open -> {
                try {
                    yield remove(resource, open, before);
                } catch (OpenStackException refused) {
                    yield new Left<>(Keeper.refusal(recipe, refused, before, Reason.DELETING));
                }
            }
        };
    }

    private Step<Status<O>> remove(R resource, Projects.Open open, Status<O> before) {
        return switch (recipe.in(open.cloud(), resource)) {
            // what it would lie in is not there, so nothing was made
            case Sought.Waits<Resources<W, T>> nowhere -> new Gone<>();
            case Sought.Wants<Resources<W, T>>(var things) ->
                own(resource, things, before)
                        .map(thing -> remove(resource, open, things, thing, before))
                        .orElseGet(Gone::new);
        };
    }

    private Optional<T> own(R resource, Resources<W, T> things, Status<O> before) {
        if (before.id() != null) {
            return things.find(before.id());
        }
        var owner = Keeper.mark(resource);
        return things.list(dev.allmende.openstack.resource.Filter.ALL).stream()
                .filter(thing ->
                        recipe.isOwn(resource, thing, owner, things.kind().place()))
                .findFirst();
    }

    private Step<Status<O>> remove(R resource, Projects.Open open, Resources<W, T> things, T thing, Status<O> before) {
        var word = things.kind().word();
        if (thing.state() instanceof State.Leaving) {
            return Parting.left(before, "%s %s is being deleted".formatted(word, thing.id()));
        }
        var parts = recipe.undo(resource, open.cloud(), thing);
        if (!parts.isEmpty()) {
            parts.getFirst().act().run();
            return Parting.left(
                    before,
                    "%s of %s %s is taken off"
                            .formatted(parts.getFirst().drift().path(), word, thing.id()));
        }
        boolean isAsked = things.delete(thing.id(), recipe.deletion(resource)) == Removal.ASKED;
        return isAsked && things.find(thing.id()).isPresent()
                ? Parting.left(before, "%s %s is being deleted".formatted(word, thing.id()))
                : new Gone<>();
    }
}
