package dev.allmende.central.router;

import dev.allmende.api.Status;
import dev.allmende.api.network.ExternalGateway;
import dev.allmende.api.network.Network;
import dev.allmende.api.network.Port;
import dev.allmende.api.network.Router;
import dev.allmende.api.network.RouterInterface;
import dev.allmende.api.network.RouterSeen;
import dev.allmende.api.network.Subnet;
import dev.allmende.central.keep.Keeping;
import dev.allmende.central.keep.Said;
import dev.allmende.kit.Controller;
import dev.allmende.kit.Dependency;
import java.util.List;
import java.util.stream.Stream;

/** Makes the controller of routers. */
public final class RouterWiring {

    private RouterWiring() {}

    public static Controller<Router, Status<RouterSeen>> controller(Keeping keeping) {
        return keeping.controller(
                Router.class,
                new RouterRecipe(keeping.references()),
                List.of(
                        Dependency.on(
                                Network.class,
                                router -> Stream.ofNullable(router.getSpec().externalNetwork())
                                        .map(ExternalGateway::networkRef)),
                        Dependency.on(Subnet.class, router -> interfaces(router).map(RouterInterface::subnetRef)),
                        Dependency.on(Port.class, router -> interfaces(router).map(RouterInterface::portRef))));
    }

    private static Stream<RouterInterface> interfaces(Router router) {
        return Said.each(router.getSpec().interfaces());
    }
}
