package dev.allmende.status.lifecycle;

import dev.allmende.openstack.Cloud;
import dev.allmende.openstack.Json;
import dev.allmende.openstack.compute.Computing;
import dev.allmende.openstack.compute.Flavor;
import dev.allmende.openstack.compute.Server;
import dev.allmende.openstack.image.Image;
import dev.allmende.openstack.image.Imaging;
import dev.allmende.openstack.loadbalancer.Balancing;
import dev.allmende.openstack.loadbalancer.LoadBalancer;
import dev.allmende.openstack.network.FloatingIp;
import dev.allmende.openstack.network.Network;
import dev.allmende.openstack.network.Networking;
import dev.allmende.openstack.network.Port;
import dev.allmende.openstack.network.Router;
import dev.allmende.openstack.network.SecurityGroup;
import dev.allmende.openstack.network.Subnet;
import dev.allmende.openstack.resource.Filter;
import dev.allmende.openstack.resource.Resource;
import dev.allmende.openstack.volume.Storage;
import dev.allmende.openstack.volume.Volume;
import java.util.List;

/** A cloud, and what lives make there. */
record Place(Cloud cloud) {

    Networking networking() {
        return new Networking(cloud);
    }

    Computing computing() {
        return new Computing(cloud);
    }

    Balancing balancing() {
        return new Balancing(cloud);
    }

    Sort<Network.Wish, Network> network() {
        return Sort.of("network", networking().networks());
    }

    Sort<Subnet.Wish, Subnet> subnet() {
        return Sort.of("subnet", networking().subnets());
    }

    /** Its interfaces go first. */
    Sort<Router.Wish, Router> router() {
        var networking = networking();
        return Sort.of("router", networking.routers()).removedBy(router -> {
            networking.interfaces(router.id()).forEach(port -> networking.removePort(router.id(), port.id()));
            networking.routers().delete(router.id());
        });
    }

    Sort<SecurityGroup.Wish, SecurityGroup> group() {
        return Sort.of("security-group", networking().securityGroups());
    }

    Sort<Port.Wish, Port> port() {
        return Sort.of("port", networking().ports());
    }

    Sort<FloatingIp.Wish, FloatingIp> floatingIp() {
        return Sort.of("floating-ip", networking().floatingIps()).withoutName();
    }

    List<Image> images() {
        return new Imaging(cloud).images().list(Filter.ALL);
    }

    List<Flavor> flavors() {
        return computing().flavors().list(Filter.ALL);
    }

    /** What is known of a server once it is asked for. */
    static Server server(String id) {
        return new Server(Json.object().put("id", id));
    }

    Sort<Volume.Wish, Volume> volume() {
        return Sort.of("volume", new Storage(cloud).volumes());
    }

    Sort<Server.Wish, Server> server() {
        return Sort.of("server", computing().servers());
    }

    /** With all its parts. */
    Sort<LoadBalancer.Wish, LoadBalancer> balancer() {
        var balancing = balancing();
        return Sort.of("load-balancer", balancing.loadBalancers())
                .removedBy(balancer -> balancing.deleteAll(balancer.id()));
    }

    /** Whether a thing is in the project of the login: an administrator sees others too. */
    boolean isOurs(Resource thing) {
        var project = cloud.token().projectId();
        return thing.projectId().isEmpty()
                || project.filter(thing.projectId()::equals).isPresent();
    }

    String external(String network) {
        return id(networking().networks().list(Filter.by("router:external", "true")), "external network", network);
    }

    /** @param wanted name or identifier; not every list can be asked for a name: Nova's of flavors refuses */
    static <T extends Resource> String id(List<T> all, String word, String wanted) {
        return all.stream()
                .filter(thing -> thing.id().equals(wanted) || thing.name().equals(wanted))
                .map(Resource::id)
                .findFirst()
                .orElseThrow(() ->
                        new Setback(Setback.Why.OURS, "there is no %s '%s' for this login".formatted(word, wanted)));
    }
}
