package dev.allmende.e2e.cloud;

import static dev.allmende.e2e.cloud.Walk.trouble;
import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.openstack.Trouble;
import dev.allmende.openstack.config.Secret;
import dev.allmende.openstack.dns.Naming;
import dev.allmende.openstack.dns.RecordSet;
import dev.allmende.openstack.dns.Zone;
import dev.allmende.openstack.identity.Actor;
import dev.allmende.openstack.identity.ApplicationCredential;
import dev.allmende.openstack.identity.Project;
import dev.allmende.openstack.identity.Tenancy;
import dev.allmende.openstack.identity.User;
import dev.allmende.openstack.image.Image;
import dev.allmende.openstack.image.Imaging;
import dev.allmende.openstack.loadbalancer.Balancing;
import dev.allmende.openstack.loadbalancer.Listener;
import dev.allmende.openstack.loadbalancer.LoadBalancer;
import dev.allmende.openstack.loadbalancer.Member;
import dev.allmende.openstack.loadbalancer.Monitor;
import dev.allmende.openstack.loadbalancer.Pool;
import dev.allmende.openstack.network.Network;
import dev.allmende.openstack.network.Networking;
import dev.allmende.openstack.network.Subnet;
import dev.allmende.openstack.resource.Filter;
import dev.allmende.openstack.resource.Mark;
import dev.allmende.openstack.resource.Removal;
import dev.allmende.openstack.resource.State;
import java.util.List;

/** Images, tenants, load balancers and names. */
record OtherWalks(Walk walk) {

    void image() {
        var imaging = new Imaging(walk.member());
        var mark = new Mark("image-" + walk.run());
        var wish = imaging.images()
                .marked(new Image.Wish().name("allmende-walk").diskFormat("raw").property("os_distro", "none"), mark);
        var made = imaging.images().create(wish);
        assertThat(made.waitsForData()).isTrue();
        assertThat(imaging.images().owned(mark)).extracting(Image::id).containsExactly(made.id());
        imaging.upload(made.id(), new byte[2048]);
        var full = walk.ready(imaging.images(), made.id());
        assertThat(full.sizeBytes()).isEqualTo(2048);
        assertThat(imaging.images().missing(wish, full)).isEmpty();
        var guarded =
                imaging.change(full, new Image.Wish().guarded(true).minRam(64).property("os_version", "1"));
        assertThat(guarded.minRam()).isEqualTo(64);
        assertThat(trouble(() -> imaging.images().delete(made.id()))).isEqualTo(Trouble.TERMINAL);
        imaging.change(guarded, new Image.Wish().guarded(false));
        assertThat(imaging.images().delete(made.id())).isEqualTo(Removal.ASKED);
        walk.gone(imaging.images(), made.id());
    }

    void tenant() {
        var keystone = new Tenancy(walk.admin());
        var mark = new Mark("tenant-" + walk.run());
        var wish = keystone.projects()
                .marked(new Project.Wish().name("allmende-walk-" + walk.run()).domain("default"), mark);
        var project = keystone.projects().create(wish).id();
        assertThat(keystone.projects().owned(mark)).extracting(Project::id).containsExactly(project);
        assertThat(trouble(() -> keystone.projects().create(wish))).isEqualTo(Trouble.CONFLICT);
        var user = keystone.users()
                .create(new User.Wish()
                        .name("allmende-walk-" + walk.run())
                        .domain("default")
                        .password(new Secret("walk-Password-1")))
                .id();
        var role = keystone.roles().list(Filter.name("member")).getFirst().id();
        var actor = new Actor.Person(user);
        keystone.grant(actor, role, project);
        keystone.grant(actor, role, project);
        assertThat(keystone.grants(actor, project)).containsExactly(role);
        assertThat(keystone.revoke(actor, role, project)).isEqualTo(Removal.ASKED);
        assertThat(keystone.revoke(actor, role, project)).isEqualTo(Removal.GONE);
        keystone.projects().update(project, new Project.Wish().enabled(false));
        assertThat(keystone.projects().find(project).orElseThrow().enabled()).isFalse();
        keystone.users().delete(user);
        keystone.projects().delete(project);
        assertThat(keystone.projects().find(project)).isEmpty();
        credential();
    }

    private void credential() {
        var own = new Tenancy(walk.member())
                .applicationCredentials(walk.member().token().userId());
        var made = own.create(new ApplicationCredential.Wish()
                .name("allmende-walk-" + walk.run())
                .roles(List.of("member")));
        assertThat(made.secret()).isPresent();
        assertThat(made.roleNames()).containsExactly("member");
        assertThat(own.find(made.id()).orElseThrow().secret()).isEmpty();
        assertThat(own.delete(made.id())).isEqualTo(Removal.ASKED);
    }

    void balancer() {
        var net = new Networking(walk.member());
        var network = net.networks()
                .create(new Network.Wish().name("allmende-walk-lb"))
                .id();
        var subnet = net.subnets()
                .create(new Subnet.Wish().network(network).cidr("10.83.0.0/24"))
                .id();
        var octavia = new Balancing(walk.member());
        var mark = new Mark("balancer-" + walk.run());
        var balancer = new LoadBalancer.Wish().name("allmende-walk").vipSubnet(subnet);
        var id = octavia.loadBalancers()
                .create(octavia.loadBalancers().marked(balancer, mark))
                .id();
        assertThat(trouble(() -> octavia.loadBalancers().update(id, new LoadBalancer.Wish().name("early"))))
                .isEqualTo(Trouble.CONFLICT);
        walk.ready(octavia.loadBalancers(), id);
        assertThat(octavia.loadBalancers().owned(mark))
                .extracting(LoadBalancer::id)
                .containsExactly(id);
        // Part by part: of a whole tree, Octavia Zed may make the load balancer only (central's HalfMade).
        var pool = new Pool.Wish().name("pool").protocol("HTTP").algorithm("ROUND_ROBIN");
        var poolId = octavia.pools().create(pool.loadBalancer(id)).id();
        walk.ready(octavia.loadBalancers(), id);
        var listener = new Listener.Wish().name("web").protocol("HTTP").port(80);
        octavia.listeners().create(listener.loadBalancer(id).pool(poolId));
        walk.ready(octavia.loadBalancers(), id);
        var monitor = new Monitor.Wish().type("HTTP").seconds(5, 3).retries(2, 3);
        octavia.monitors().create(monitor.pool(poolId));
        walk.ready(octavia.loadBalancers(), id);
        octavia.setMembers(
                poolId,
                List.of(
                        new Member.Wish().address("10.83.0.5", 80).weight(7),
                        new Member.Wish().address("10.83.0.6", 80)));
        walk.ready(octavia.loadBalancers(), id);
        assertThat(octavia.members(poolId).list(Filter.ALL))
                .extracting(Member::weight)
                .containsExactlyInAnyOrder(7, 1);
        assertThat(octavia.statuses(id).path("listeners")).hasSize(1);
        assertThat(trouble(() -> octavia.loadBalancers().delete(id))).isEqualTo(Trouble.TERMINAL);
        octavia.deleteAll(id);
        walk.gone(octavia.loadBalancers(), id);
        net.subnets().delete(subnet);
        net.networks().delete(network);
    }

    void names() {
        var designate = new Naming(walk.member());
        var mark = new Mark("zone-" + walk.run());
        var wish = designate
                .zones()
                .marked(
                        new Zone.Wish()
                                .name("walk-" + walk.run() + ".example.")
                                .email("walk@example.org")
                                .ttl(3600),
                        mark);
        var zone = designate.zones().create(wish).id();
        assertThat(trouble(() -> designate.zones().create(wish))).isEqualTo(Trouble.CONFLICT);
        walk.ready(designate.zones(), zone);
        assertThat(designate.zones().owned(mark)).extracting(Zone::id).containsExactly(zone);
        var sets = designate.recordSets(zone);
        var set = sets.create(new RecordSet.Wish()
                        .name("www.walk-" + walk.run() + ".example.")
                        .type("A")
                        .records(List.of("10.0.0.1")))
                .id();
        sets.update(set, new RecordSet.Wish().records(List.of("10.0.0.2", "10.0.0.3")));
        assertThat(walk.ready(sets, set).records()).containsExactlyInAnyOrder("10.0.0.2", "10.0.0.3");
        assertThat(trouble(() -> sets.create(new RecordSet.Wish()
                        .name("w.walk-" + walk.run() + ".example.")
                        .type("A")
                        .records(List.of("no address")))))
                .isEqualTo(Trouble.TERMINAL);
        sets.delete(set);
        walk.gone(sets, set);
        designate.zones().delete(zone);
        // Name servers take their time, minutes on the test bed; that it is leaving is seen at once.
        assertThat(designate.zones().find(zone).map(Zone::state).stream()).allMatch(State.Leaving.class::isInstance);
    }
}
