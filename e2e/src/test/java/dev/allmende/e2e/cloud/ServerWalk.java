package dev.allmende.e2e.cloud;

import static dev.allmende.e2e.cloud.Walk.trouble;
import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.openstack.Trouble;
import dev.allmende.openstack.compute.Computing;
import dev.allmende.openstack.compute.Flavor;
import dev.allmende.openstack.compute.Server;
import dev.allmende.openstack.compute.ServerGroup;
import dev.allmende.openstack.image.Image;
import dev.allmende.openstack.image.Imaging;
import dev.allmende.openstack.network.Network;
import dev.allmende.openstack.network.Networking;
import dev.allmende.openstack.network.Port;
import dev.allmende.openstack.network.Subnet;
import dev.allmende.openstack.resource.Filter;
import dev.allmende.openstack.resource.Mark;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** A server in a group, with a port of its own, through its states. */
record ServerWalk(Walk walk, Computing nova, Networking net, Mark mark) {

    ServerWalk(Walk walk) {
        this(walk, new Computing(walk.member()), new Networking(walk.member()), new Mark("server-" + walk.run()));
    }

    /** @param resize whether the cloud can move a server to another flavor */
    void go(boolean resize) {
        var network = net.networks().create(new Network.Wish().name("allmende-walk-server"));
        var subnet =
                net.subnets().create(new Subnet.Wish().network(network.id()).cidr("10.82.0.0/24"));
        var port = net.ports().create(new Port.Wish().network(network.id())).id();
        var group = nova.serverGroups()
                .create(new ServerGroup.Wish().name("allmende-walk").policy("soft-anti-affinity"))
                .id();
        var flavors = nova.flavors().list(Filter.ALL).stream()
                .filter(flavor -> flavor.diskGib() > 0)
                .sorted(Comparator.comparingInt(Flavor::ramMib))
                .toList();
        var server = create(flavors.getFirst().id(), port, group);
        power(server);
        if (resize) {
            resize(server, flavors);
        }
        nova.servers().delete(server);
        walk.gone(nova.servers(), server);
        assertThat(net.ports().find(port))
                .hasValueSatisfying(left -> assertThat(left.deviceId()).isEmpty());
        net.ports().delete(port);
        net.subnets().delete(subnet.id());
        net.networks().delete(network.id());
        nova.serverGroups().delete(group);
    }

    private String create(String flavor, String port, String group) {
        var image = new Imaging(walk.member())
                .images().list(Filter.ALL).stream()
                        .filter(each -> each.status().equals("active"))
                        .min(Comparator.comparingLong(Image::sizeBytes))
                        .orElseThrow()
                        .id();
        var wish = nova.servers()
                .marked(
                        new Server.Wish()
                                .name("allmende-walk")
                                .flavor(flavor)
                                .image(image)
                                .ports(List.of(port))
                                .group(group)
                                .metadata(Map.of("a", "b"))
                                .userData(new byte[] {'#', '!'}),
                        mark);
        var server = nova.create(wish);
        assertThat(trouble(() -> {
                    nova.servers().tag(server, List.of("early"));
                    return "";
                }))
                .isEqualTo(Trouble.CONFLICT);
        var made = walk.ready(nova.servers(), server);
        assertThat(made.groupIds()).containsExactly(group);
        assertThat(made.running()).isTrue();
        assertThat(nova.servers().owned(mark)).extracting(Server::id).containsExactly(server);
        assertThat(nova.plugs(server)).extracting(plug -> plug.portId()).containsExactly(port);
        return server;
    }

    private void power(String server) {
        assertThat(trouble(() -> {
                    nova.start(server);
                    return "";
                }))
                .isEqualTo(Trouble.CONFLICT);
        nova.stop(server);
        assertThat(walk.ready(nova.servers(), server).status()).isEqualTo("SHUTOFF");
        nova.start(server);
        assertThat(walk.ready(nova.servers(), server).running()).isTrue();
        nova.lock(server, "walk");
        assertThat(trouble(() -> nova.servers().delete(server))).isEqualTo(Trouble.CONFLICT);
        nova.unlock(server);
    }

    private void resize(String server, List<Flavor> flavors) {
        nova.resize(server, flavors.get(1).id());
        for (int i = 0; i < 100 && !status(server).equals("VERIFY_RESIZE"); i++) {
            walk.pause().run();
        }
        nova.confirmResize(server);
        assertThat(walk.ready(nova.servers(), server).flavorName())
                .isEqualTo(flavors.get(1).name());
    }

    private String status(String server) {
        return nova.servers().find(server).orElseThrow().status();
    }
}
