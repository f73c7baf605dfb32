package dev.allmende.status.lifecycle;

import dev.allmende.openstack.network.Port;
import dev.allmende.openstack.network.SecurityGroup;
import java.util.List;
import java.util.Optional;

/**
 * A network with a subnet, a router with an interface there, a security group with a rule, a port with an address; and a
 * floating IP that leads to it.
 *
 * @param external network of the gateway and the floating IP, by name or identifier; neither without it
 */
public record NetworkCycle(Optional<String> external) implements Cycle {

    @Override
    public void live(Life life, Place place) {
        var outside = life.step("catalog", () -> external.map(place::external));
        var home = Home.make(life, place);
        Home.connect(life, place, home, outside);
        var group = life.make(place.group(), new SecurityGroup.Wish());
        Home.open(life, place, group.id());
        var port =
                life.make(place.port(), new Port.Wish().network(home.network()).securityGroups(List.of(group.id())));
        if (port.fixedIps().isEmpty()) {
            throw new Setback(Setback.Why.WRONG, "the port has no address");
        }
        outside.ifPresent(network -> Home.lead(life, place, network, port.id()));
    }

    @Override
    public List<Sort<?>> sorts(Place place) {
        return List.of(
                place.floatingIp(), place.port(), place.router(), place.subnet(), place.network(), place.group());
    }
}
