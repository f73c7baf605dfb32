package dev.allmende.e2e.cloud;

import static dev.allmende.e2e.cloud.Walk.trouble;
import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.openstack.Trouble;
import dev.allmende.openstack.network.FixedIp;
import dev.allmende.openstack.network.FloatingIp;
import dev.allmende.openstack.network.Network;
import dev.allmende.openstack.network.Networking;
import dev.allmende.openstack.network.Port;
import dev.allmende.openstack.network.Router;
import dev.allmende.openstack.network.SecurityGroup;
import dev.allmende.openstack.network.SecurityGroupRule;
import dev.allmende.openstack.network.Subnet;
import dev.allmende.openstack.resource.Filter;
import dev.allmende.openstack.resource.Mark;
import dev.allmende.openstack.resource.Removal;
import java.util.List;

/** A network with everything in it, from its making to its end. */
record NetworkWalk(Walk walk, Networking net, Mark mark) {

    NetworkWalk(Walk walk) {
        this(walk, new Networking(walk.member()), new Mark("net-" + walk.run()));
    }

    void go() {
        var network = network();
        var subnet = net.subnets()
                .create(new Subnet.Wish()
                        .name("allmende-walk")
                        .network(network)
                        .cidr("10.81.0.0/24")
                        .dns(List.of("9.9.9.9")))
                .id();
        var group = group();
        var port = port(network, subnet, group);
        var external = net.networks()
                .list(Filter.by("router:external", "true"))
                .getFirst()
                .id();
        var router = net.routers()
                .create(new Router.Wish().name("allmende-walk").gateway(external))
                .id();
        assertThat(net.addInterface(router, subnet)).isNotEmpty();
        address(external, port, router, subnet);
        assertThat(trouble(() -> net.networks().delete(network))).isEqualTo(Trouble.CONFLICT);
        assertThat(trouble(() -> net.subnets().delete(subnet))).isEqualTo(Trouble.CONFLICT);
        assertThat(trouble(() -> net.securityGroups().delete(group))).isEqualTo(Trouble.CONFLICT);
        assertThat(net.ports().delete(port)).isEqualTo(Removal.ASKED);
        assertThat(net.ports().delete(port)).isEqualTo(Removal.GONE);
        assertThat(net.removeInterface(router, subnet)).isEqualTo(Removal.ASKED);
        assertThat(net.removeInterface(router, subnet)).isEqualTo(Removal.GONE);
        net.routers().delete(router);
        net.securityGroups().delete(group);
        net.subnets().delete(subnet);
        net.networks().delete(network);
        assertThat(net.networks().find(network)).isEmpty();
        assertThat(net.networks().owned(mark)).isEmpty();
    }

    private String network() {
        var wish = new Network.Wish()
                .name("allmende-walk")
                .description("for a walk")
                .mtu(1400);
        var marked = net.networks().marked(wish, mark);
        var made = net.networks().create(marked);
        assertThat(made.description()).isEqualTo("for a walk");
        assertThat(net.networks().owned(mark)).extracting(Network::id).containsExactly(made.id());
        assertThat(net.networks().missing(marked, made)).isEmpty();
        var changed = marked.mtu(1300);
        var missing = net.networks().missing(changed, made).orElseThrow();
        assertThat(missing.fields().names()).containsExactly("mtu");
        assertThat(net.networks().update(made, missing).mtu()).isEqualTo(1300);
        // The first reading is out of date by now.
        assertThat(trouble(() -> net.networks().update(made, missing))).isEqualTo(Trouble.CONFLICT);
        net.networks().tag(made.id(), List.of("blue"));
        assertThat(net.networks().list(Filter.by("tags", "blue")))
                .extracting(Network::id)
                .contains(made.id());
        return made.id();
    }

    private String group() {
        var group = net.securityGroups()
                .create(new SecurityGroup.Wish().name("allmende-walk"))
                .id();
        var wish = new SecurityGroupRule.Wish()
                .group(group)
                .ingress()
                .protocol("tcp")
                .ports(22, 22)
                .remoteCidr("10.0.0.0/8");
        net.securityGroupRules().create(wish);
        assertThat(trouble(() -> net.securityGroupRules().create(wish))).isEqualTo(Trouble.CONFLICT);
        var rules = net.securityGroups().find(group).orElseThrow().rules();
        assertThat(rules)
                .hasSize(3)
                .anyMatch(rule -> rule.firstPort().filter(port -> port == 22).isPresent());
        return group;
    }

    private String port(String network, String subnet, String group) {
        var wish = new Port.Wish()
                .name("allmende-walk")
                .network(network)
                .fixedIps(List.of(new FixedIp(subnet, "10.81.0.50")))
                .securityGroups(List.of(group))
                .addressPairs(List.of("10.81.0.99"));
        var port = net.ports().create(wish);
        assertThat(net.ports().missing(wish, port)).isEmpty();
        assertThat(port.fixedIps()).containsExactly(new FixedIp(subnet, "10.81.0.50"));
        assertThat(trouble(() -> net.ports().create(wish))).isEqualTo(Trouble.CONFLICT);
        var stranger = wish.network("00000000-0000-0000-0000-000000000000");
        assertThat(trouble(() -> net.ports().create(stranger))).isEqualTo(Trouble.NOT_FOUND);
        return port.id();
    }

    private void address(String external, String port, String router, String subnet) {
        var floating = net.floatingIps()
                .create(new FloatingIp.Wish().network(external).port(port).description("walk"));
        assertThat(floating.portId()).isEqualTo(port);
        assertThat(floating.routerId()).isEqualTo(router);
        assertThat(trouble(() -> net.removeInterface(router, subnet))).isEqualTo(Trouble.CONFLICT);
        var loose = net.floatingIps().update(floating.id(), new FloatingIp.Wish().detached());
        assertThat(loose.portId()).isEmpty();
        assertThat(net.quota(walk.member().token().projectId().orElseThrow()).item("floatingip"))
                .hasValueSatisfying(item -> assertThat(item.used()).isPositive());
        net.floatingIps().delete(floating.id());
    }
}
