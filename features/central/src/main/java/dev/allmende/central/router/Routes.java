package dev.allmende.central.router;

import dev.allmende.central.keep.Change;
import dev.allmende.openstack.network.Networking;
import dev.allmende.openstack.network.Route;
import dev.allmende.openstack.network.Router;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The routes of a router. Their next hops must lie in subnets of its interfaces, so they are set after the interfaces are
 * made and shed before interfaces are taken off.
 */
record Routes(Networking net, Router thing, List<Route> wanted) {

    Optional<Change> change() {
        var have = thing.routes();
        boolean isSame = have.size() == wanted.size() && have.stream().allMatch(each -> isIn(each, wanted));
        return isSame ? Optional.empty() : Optional.of(set(wanted));
    }

    /** Takes off what is not wanted, and no more. */
    Optional<Change> shed() {
        var kept = thing.routes().stream().filter(each -> isIn(each, wanted)).toList();
        return kept.size() == thing.routes().size() ? Optional.empty() : Optional.of(set(kept));
    }

    private Change set(List<Route> routes) {
        return Change.of(
                "routes",
                told(wanted),
                told(thing.routes()),
                () -> net.routers().update(thing.id(), new Router.Wish().routes(routes)));
    }

    private static boolean isIn(Route route, List<Route> routes) {
        return routes.stream().anyMatch(route::sameAs);
    }

    private static String told(List<Route> routes) {
        return routes.stream()
                .map(route -> route.cidr() + " by " + route.nextHop())
                .collect(Collectors.joining(", ", "[", "]"));
    }
}
