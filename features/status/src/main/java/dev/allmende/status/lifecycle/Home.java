package dev.allmende.status.lifecycle;

import dev.allmende.openstack.network.FloatingIp;
import dev.allmende.openstack.network.Network;
import dev.allmende.openstack.network.Router;
import dev.allmende.openstack.network.SecurityGroupRule;
import dev.allmende.openstack.network.Subnet;
import java.util.Optional;

/** Where ports of a life are: a network of its own with one subnet. Identifiers. */
record Home(String network, String subnet) {

    private static final String RANGE = "10.213.77.0/24";
    private static final int SSH = 22;

    static Home make(Life life, Place place) {
        var network = life.make(place.network(), new Network.Wish());
        var subnet = life.make(
                place.subnet(), new Subnet.Wish().network(network.id()).cidr(RANGE));
        return new Home(network.id(), subnet.id());
    }

    /** By a router, with a gateway where an external network is given. */
    static void connect(Life life, Place place, Home home, Optional<String> external) {
        var plain = new Router.Wish();
        var router = life.make(place.router(), external.map(plain::gateway).orElse(plain));
        life.step("interface", () -> place.networking().addInterface(router.id(), home.subnet()));
    }

    /** Lets SSH into a security group. */
    static void open(Life life, Place place, String group) {
        life.step(
                "rule",
                () -> place.networking()
                        .securityGroupRules()
                        .create(new SecurityGroupRule.Wish()
                                .group(group)
                                .ingress()
                                .etherType("IPv4")
                                .protocol("tcp")
                                .ports(SSH, SSH)));
    }

    /** A floating IP that leads to a port. */
    static FloatingIp lead(Life life, Place place, String external, String port) {
        return life.make(
                place.floatingIp(), new FloatingIp.Wish().network(external).port(port));
    }
}
