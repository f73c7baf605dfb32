package dev.allmende.central.keep;

import dev.allmende.api.DeletionPolicy;
import dev.allmende.api.Managed;
import dev.allmende.api.ManagementPolicy;
import dev.allmende.api.Placed;
import dev.allmende.api.Reason;
import dev.allmende.central.tenant.Projects;
import dev.allmende.central.tenant.Refusals;
import dev.allmende.kit.Outcome;
import dev.allmende.kit.Remover;
import dev.allmende.openstack.OpenStackException;
import dev.allmende.openstack.resource.Removal;
import dev.allmende.openstack.resource.Resource;
import dev.allmende.openstack.resource.Resources;
import dev.allmende.openstack.resource.Wanted;
import io.fabric8.kubernetes.client.CustomResource;
import java.util.List;
import java.util.Objects;

/**
 * Removes a thing with its object, as the deletion policy says, after the objects that need it. It finds the thing by its
 * mark also when the identifier never got into the status.
 */
public final class Undoer<
                R extends CustomResource<? extends Managed, S>,
                S extends Placed,
                W extends Wanted<W>,
                T extends Resource>
        implements Remover<R, S> {

    private final Projects projects;
    private final Recipe<R, S, W, T> recipe;

    public Undoer(Projects projects, Recipe<R, S, W, T> recipe) {
        this.projects = projects;
        this.recipe = recipe;
    }

    @Override
    public Step<S> remove(R resource) {
        var before = Objects.requireNonNullElse(resource.getStatus(), recipe.unseen());
        var spec = resource.getSpec();
        if (spec.managementPolicy() == ManagementPolicy.OBSERVE || spec.deletionPolicy() == DeletionPolicy.RETAIN) {
            return new Gone<>();
        }
        if (spec.deletionPolicy() == DeletionPolicy.PROTECT) {
            return left(before, "protected: set spec.deletionPolicy to Delete or Retain to let it go");
        }
        var holders = recipe.holders(resource);
        if (!holders.isEmpty()) {
            return left(before, "still used by " + String.join(", ", holders));
        }
        return switch (projects.of(resource.getMetadata().getNamespace())) {
            case Projects.Shut shut -> new Left<>(shut.outcome(before));
            case Projects.Open open -> {
                try {
                    yield remove(resource, recipe.in(open.cloud()), before);
                } catch (OpenStackException refused) {
                    yield new Left<>(Refusals.outcome(refused, before));
                }
            }
        };
    }

    private Step<S> remove(R resource, Resources<W, T> things, S before) {
        var ids = before.id() == null
                ? things.owned(Keeper.mark(resource)).stream().map(Resource::id).toList()
                : List.of(before.id());
        for (var id : ids) {
            if (things.delete(id) == Removal.ASKED && things.find(id).isPresent()) {
                return left(
                        before, "%s %s is being deleted".formatted(things.kind().word(), id));
            }
        }
        return new Gone<>();
    }

    private Step<S> left(S before, String message) {
        return new Left<>(new Outcome.Busy<>(before, Reason.DELETING, message));
    }
}
