package dev.allmende.central.server;

import dev.allmende.api.compute.Server;
import dev.allmende.api.compute.ServerSeen;
import dev.allmende.central.keep.Change;
import dev.allmende.central.keep.Recipe;
import dev.allmende.central.keep.References;
import dev.allmende.central.keep.Sought;
import dev.allmende.openstack.Cloud;
import dev.allmende.openstack.compute.Computing;
import dev.allmende.openstack.compute.Server.Wish;
import dev.allmende.openstack.resource.Resources;
import dev.allmende.openstack.resource.State;
import java.util.List;
import java.util.stream.Stream;

/** What is particular to servers: once made, most of what they are changes by acts of their own, one after the other. */
record ServerRecipe(References references, NewServer newServer)
        implements Recipe<Server, ServerSeen, Wish, dev.allmende.openstack.compute.Server> {

    @Override
    public Sought<Resources<Wish, dev.allmende.openstack.compute.Server>> in(Cloud cloud, Server server) {
        return Sought.of(new Computing(cloud).servers());
    }

    @Override
    public Sought<Wish> sought(Server server) {
        var tags = server.getSpec().tags();
        var wish = tags == null
                ? new Wish()
                : new Wish().tags(tags.stream().distinct().toList());
        boolean isMade = server.getStatus() != null && server.getStatus().id() != null;
        return isMade || server.getSpec().imported() != null ? Sought.of(wish) : newServer.wish(server, wish);
    }

    @Override
    public dev.allmende.openstack.compute.Server make(
            Cloud cloud, Resources<Wish, dev.allmende.openstack.compute.Server> servers, Wish wanted) {
        var id = new Computing(cloud).create(wanted);
        return servers.find(id).orElseThrow(() -> new IllegalStateException("server %s is gone already".formatted(id)));
    }

    @Override
    public dev.allmende.openstack.compute.Server send(
            Cloud cloud,
            Resources<Wish, dev.allmende.openstack.compute.Server> servers,
            dev.allmende.openstack.compute.Server thing,
            Wish changes) {
        return new Computing(cloud).change(thing, changes);
    }

    @Override
    public Sought<List<Change>> further(Server server, Cloud cloud, dev.allmende.openstack.compute.Server thing) {
        var computing = new Computing(cloud);
        if (isToConfirm(thing)) {
            return Sought.of(List.of(
                    Change.of("resize", "confirmed", thing.status(), () -> computing.confirmResize(thing.id()))));
        }
        var look = new ServerLook(server, thing, computing, references);
        var body = new Body(look);
        return Sought.all(Stream.of(
                        body.changes(), new Disks(look).changes(), new Plugs(look).changes(), Sought.of(body.power())))
                .map(each -> each.stream().flatMap(List::stream).toList());
    }

    /** A resized server waits for a word; ours is always yes. */
    @Override
    public State state(Server server, dev.allmende.openstack.compute.Server thing) {
        return isToConfirm(thing) ? new State.Ready(thing.status()) : thing.state();
    }

    private static boolean isToConfirm(dev.allmende.openstack.compute.Server thing) {
        return thing.status().equals("VERIFY_RESIZE") && thing.taskState().isEmpty();
    }

    @Override
    public ServerSeen seen(dev.allmende.openstack.compute.Server thing) {
        return Seen.of(thing);
    }
}
