package dev.allmende.central.importing;

import dev.allmende.api.Thing;
import dev.allmende.api.compute.KeyPair;
import dev.allmende.api.compute.Server;
import dev.allmende.api.compute.ServerGroup;
import dev.allmende.api.dns.DNSZone;
import dev.allmende.api.image.Image;
import dev.allmende.api.loadbalancer.LoadBalancer;
import dev.allmende.api.network.FloatingIP;
import dev.allmende.api.network.Network;
import dev.allmende.api.network.Port;
import dev.allmende.api.network.Router;
import dev.allmende.api.network.SecurityGroup;
import dev.allmende.api.network.Subnet;
import dev.allmende.api.objectstorage.ObjectBucket;
import dev.allmende.api.storage.Volume;
import dev.allmende.api.storage.VolumeBackup;
import dev.allmende.api.storage.VolumeSnapshot;
import dev.allmende.central.bucket.Containers;
import dev.allmende.openstack.Cloud;
import dev.allmende.openstack.compute.Computing;
import dev.allmende.openstack.dns.Naming;
import dev.allmende.openstack.image.Imaging;
import dev.allmende.openstack.loadbalancer.Balancing;
import dev.allmende.openstack.network.Networking;
import dev.allmende.openstack.resource.Filter;
import dev.allmende.openstack.resource.Resource;
import dev.allmende.openstack.resource.Resources;
import dev.allmende.openstack.volume.Storage;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A kind whose things a project can have before there are objects.
 *
 * @param things those of the project
 */
record Importable<K extends Thing<?, ?>>(Class<K> kind, Function<Cloud, Stream<Found>> things) {

    /** In the order in which one refers to the other. */
    static final List<Importable<?>> ALL = List.of(
            resources(Network.class, cloud -> new Networking(cloud).networks()),
            resources(Subnet.class, cloud -> new Networking(cloud).subnets()),
            resources(Router.class, cloud -> new Networking(cloud).routers()),
            resources(SecurityGroup.class, cloud -> new Networking(cloud).securityGroups()),
            resources(Port.class, cloud -> new Networking(cloud).ports()),
            resources(FloatingIP.class, cloud -> new Networking(cloud).floatingIps()),
            resources(KeyPair.class, cloud -> new Computing(cloud).keyPairs()),
            resources(ServerGroup.class, cloud -> new Computing(cloud).serverGroups()),
            resources(Image.class, cloud -> new Imaging(cloud).images()),
            resources(Server.class, cloud -> new Computing(cloud).servers()),
            resources(Volume.class, cloud -> new Storage(cloud).volumes()),
            resources(VolumeSnapshot.class, cloud -> new Storage(cloud).snapshots()),
            resources(VolumeBackup.class, cloud -> new Storage(cloud).backups()),
            resources(DNSZone.class, cloud -> new Naming(cloud).zones()),
            resources(LoadBalancer.class, cloud -> new Balancing(cloud).loadBalancers()),
            new Importable<>(ObjectBucket.class, Importable::buckets));

    private static <K extends Thing<?, ?>> Importable<K> resources(
            Class<K> kind, Function<Cloud, Resources<?, ? extends Resource>> things) {
        return new Importable<>(
                kind,
                cloud -> things.apply(cloud).list(Filter.ALL).stream()
                        .filter(thing -> isOwn(cloud, thing))
                        .map(Found::of));
    }

    /** What is shared or public is somebody else's; ports of routers and the like come and go with those. */
    private static boolean isOwn(Cloud cloud, Resource thing) {
        var own = cloud.token().projectId().orElse("");
        var owners = Stream.of("project_id", "tenant_id", "owner", "os-vol-tenant-attr:tenant_id")
                .map(thing::text)
                .filter(text -> !text.isEmpty())
                .toList();
        var user = thing.text("device_owner");
        return (owners.isEmpty() || owners.contains(own)) && (user.isEmpty() || user.startsWith("compute:"));
    }

    /** By Swift, for which any login to the project does: what it may not list is left out. */
    private static Stream<Found> buckets(Cloud cloud) {
        return Containers.namesIn(cloud).stream().map(name -> new Found(name, name, Map.of("api", "Swift")));
    }
}
