package dev.allmende.central.subnet;

import dev.allmende.api.Status;
import dev.allmende.api.network.Network;
import dev.allmende.api.network.Subnet;
import dev.allmende.api.network.SubnetSeen;
import dev.allmende.central.keep.Keeping;
import dev.allmende.kit.Controller;
import dev.allmende.kit.Dependency;
import java.util.List;
import java.util.stream.Stream;

/** Makes the controller of subnets. */
public final class SubnetWiring {

    private SubnetWiring() {}

    public static Controller<Subnet, Status<SubnetSeen>> controller(Keeping keeping) {
        return keeping.controller(
                Subnet.class,
                new SubnetRecipe(keeping.references()),
                List.of(Dependency.on(
                        Network.class,
                        subnet -> Stream.ofNullable(subnet.getSpec().networkRef()))));
    }
}
