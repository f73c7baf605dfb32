package dev.allmende.central.servergroup;

import dev.allmende.api.compute.ServerGroup;
import dev.allmende.api.compute.ServerGroupSeen;
import dev.allmende.central.keep.Recipe;
import dev.allmende.central.keep.Sought;
import dev.allmende.kit.Mirror;
import dev.allmende.openstack.Cloud;
import dev.allmende.openstack.compute.Computing;
import dev.allmende.openstack.compute.ServerGroup.Wish;
import dev.allmende.openstack.resource.Mark;
import dev.allmende.openstack.resource.Resources;
import java.util.Objects;

/** What is particular to server groups: they never change, and have no place for a mark. */
record ServerGroupRecipe(Mirror mirror)
        implements Recipe<ServerGroup, ServerGroupSeen, Wish, dev.allmende.openstack.compute.ServerGroup> {

    @Override
    public Sought<Resources<Wish, dev.allmende.openstack.compute.ServerGroup>> in(Cloud cloud, ServerGroup group) {
        return Sought.of(new Computing(cloud).serverGroups());
    }

    @Override
    public Sought<Wish> sought(ServerGroup group) {
        var spec = group.getSpec();
        boolean isMade = group.getStatus() != null && group.getStatus().id() != null;
        if (isMade || spec.policy() == null) {
            return Sought.of(new Wish());
        }
        var wish = new Wish().policy(spec.policy().word());
        return Sought.of(spec.maxServersPerHost() == null ? wish : wish.maxServersPerHost(spec.maxServersPerHost()));
    }

    @Override
    public Wish named(Wish wanted, String name, String description) {
        return wanted.fields().isEmpty() ? wanted : wanted.name(name);
    }

    /** Names of groups need not be unique: one that another object stands for is never ours. */
    @Override
    public boolean isOwn(
            ServerGroup group, dev.allmende.openstack.compute.ServerGroup thing, Mark mark, Mark.Place place) {
        var spec = group.getSpec();
        var metadata = group.getMetadata();
        return thing.name().equals(Objects.requireNonNullElse(spec.name(), metadata.getName()))
                && spec.policy() != null
                && thing.policy().equals(spec.policy().word())
                && mirror.list(ServerGroup.class, metadata.getNamespace()).stream()
                        .filter(other -> !other.getMetadata().getUid().equals(metadata.getUid()))
                        .noneMatch(other -> other.getStatus() != null
                                && thing.id().equals(other.getStatus().id()));
    }

    @Override
    public ServerGroupSeen seen(dev.allmende.openstack.compute.ServerGroup thing) {
        return new ServerGroupSeen(thing.policy(), thing.members());
    }
}
