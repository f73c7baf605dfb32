package dev.allmende.central.router;

import dev.allmende.api.network.Network;
import dev.allmende.api.network.Port;
import dev.allmende.api.network.Router;
import dev.allmende.api.network.RouterInterface;
import dev.allmende.api.network.RouterSeen;
import dev.allmende.api.network.Subnet;
import dev.allmende.central.keep.Change;
import dev.allmende.central.keep.Recipe;
import dev.allmende.central.keep.References;
import dev.allmende.central.keep.Said;
import dev.allmende.central.keep.Sought;
import dev.allmende.openstack.Cloud;
import dev.allmende.openstack.network.Networking;
import dev.allmende.openstack.network.Router.Wish;
import dev.allmende.openstack.resource.Resources;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is particular to routers: interfaces and routes are calls of their own, and must be gone before the router goes. */
record RouterRecipe(References references)
        implements Recipe<Router, RouterSeen, Wish, dev.allmende.openstack.network.Router> {

    @Override
    public Sought<Resources<Wish, dev.allmende.openstack.network.Router>> in(Cloud cloud, Router router) {
        return Sought.of(new Networking(cloud).routers());
    }

    @Override
    public Sought<Wish> sought(Router router) {
        var way = router.getSpec().externalNetwork();
        if (way == null) {
            return Sought.of(isTakenOver(router) ? new Wish() : new Wish().noGateway());
        }
        var snat = way.snat();
        return references
                .use(Network.class, router, way.networkRef())
                .map(network -> snat == null ? new Wish().gateway(network) : new Wish().gateway(network, snat));
    }

    @Override
    public Sought<List<Change>> further(Router router, Cloud cloud, dev.allmende.openstack.network.Router thing) {
        var spec = router.getSpec();
        boolean joins = spec.interfaces() != null || !isTakenOver(router);
        var routes = routes(router, new Networking(cloud), thing);
        if (!joins && routes.isEmpty()) {
            return Sought.of(List.of());
        }
        var wanted = Sought.partly(Said.each(spec.interfaces()).map(each -> plug(router, each)));
        var interfaces = new Interfaces(new Networking(cloud), thing.id());
        var surplus = joins && wanted.isAll() ? interfaces.surplus(wanted.there()) : List.<Change>of();
        var todo = new ArrayList<Change>();
        if (!surplus.isEmpty()) {
            routes.flatMap(Routes::shed).ifPresent(todo::add);
        }
        todo.addAll(surplus);
        todo.addAll(interfaces.missing(wanted.there()));
        if (wanted.isAll()) {
            routes.flatMap(Routes::change).ifPresent(todo::add);
        }
        return wanted.then(todo);
    }

    @Override
    public List<Change> undo(Router router, Cloud cloud, dev.allmende.openstack.network.Router thing) {
        var net = new Networking(cloud);
        return Stream.concat(
                        new Routes(net, thing, List.of()).change().stream(),
                        new Interfaces(net, thing.id()).surplus(List.of()).stream())
                .toList();
    }

    @Override
    public RouterSeen seen(dev.allmende.openstack.network.Router thing) {
        return new RouterSeen(
                thing.status(), Said.orNull(thing.gatewayNetworkId()), thing.gatewayAddresses(), thing.sourceNat());
    }

    private Sought<Plug> plug(Router router, RouterInterface wanted) {
        var subnet = wanted.subnetRef();
        if (subnet != null) {
            return references.use(Subnet.class, router, subnet).map(Plug.OfSubnet::new);
        }
        var port = wanted.portRef();
        return port == null
                ? new Sought.Waits<>("an interface has neither subnetRef nor portRef")
                : references.use(Port.class, router, port).map(Plug.OfPort::new);
    }

    /** Empty when they are none of our business. */
    private static Optional<Routes> routes(Router router, Networking net, dev.allmende.openstack.network.Router thing) {
        var routes = router.getSpec().routes();
        return routes == null && isTakenOver(router)
                ? Optional.empty()
                : Optional.of(new Routes(
                        net,
                        thing,
                        Said.each(routes)
                                .map(each -> new dev.allmende.openstack.network.Route(each.cidr(), each.nextHop()))
                                .toList()));
    }

    /** Then what the spec does not say stays as it was. */
    private static boolean isTakenOver(Router router) {
        return router.getSpec().imported() != null;
    }
}
