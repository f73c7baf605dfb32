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

    ServiceSort<Network.Wish, Network> network() {
        return ServiceSort.of("network", networking().networks());
    }

    ServiceSort<Subnet.Wish, Subnet> subnet() {
        return ServiceSort.of("subnet", networking().subnets());
    }

    /** Its interfaces go first. */
    ServiceSort<Router.Wish, Router> router() {
        var networking = networking();
        return ServiceSort.of("router", networking.routers()).removedBy(router -> {
            networking.interfaces(router.id()).forEach(port -> networking.removePort(router.id(), port.id()));
            networking.routers().delete(router.id());
        });
    }

    ServiceSort<SecurityGroup.Wish, SecurityGroup> group() {
        return ServiceSort.of("security-group", networking().securityGroups());
    }

    ServiceSort<Port.Wish, Port> port() {
        return ServiceSort.of("port", networking().ports());
    }

    ServiceSort<FloatingIp.Wish, FloatingIp> floatingIp() {
        return ServiceSort.of("floating-ip", networking().floatingIps()).withoutName();
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

    ServiceSort<Volume.Wish, Volume> volume() {
        return ServiceSort.of("volume", new Storage(cloud).volumes());
    }

    ServiceSort<Server.Wish, Server> server() {
        return ServiceSort.of("server", computing().servers());
    }

    /** With all its parts. */
    ServiceSort<LoadBalancer.Wish, LoadBalancer> balancer() {
        var balancing = balancing();
        return ServiceSort.of("load-balancer", balancing.loadBalancers())
                .removedBy(balancer -> balancing.deleteAll(balancer.id()));
    }

    ContainerSort container() {
        return new ContainerSort(cloud);
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
