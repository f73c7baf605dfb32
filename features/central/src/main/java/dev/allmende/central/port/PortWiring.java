package dev.allmende.central.port;

import dev.allmende.api.Status;
import dev.allmende.api.network.FixedIP;
import dev.allmende.api.network.Network;
import dev.allmende.api.network.Port;
import dev.allmende.api.network.PortSeen;
import dev.allmende.api.network.SecurityGroup;
import dev.allmende.api.network.Subnet;
import dev.allmende.central.keep.Keeping;
import dev.allmende.central.keep.Said;
import dev.allmende.kit.Controller;
import dev.allmende.kit.Dependency;
import java.util.List;
import java.util.stream.Stream;

/** Makes the controller of ports. */
public final class PortWiring {

    private PortWiring() {}

    public static Controller<Port, Status<PortSeen>> controller(Keeping keeping) {
        return keeping.controller(
                Port.class,
                new PortRecipe(keeping.references()),
                List.of(
                        Dependency.on(
                                Network.class,
                                port -> Stream.ofNullable(port.getSpec().networkRef())),
                        Dependency.on(
                                Subnet.class,
                                port -> Said.each(port.getSpec().fixedIPs()).map(FixedIP::subnetRef)),
                        Dependency.on(
                                SecurityGroup.class,
                                port -> Said.each(port.getSpec().securityGroupRefs()))));
    }
}
