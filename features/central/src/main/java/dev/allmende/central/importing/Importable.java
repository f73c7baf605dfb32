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
import dev.allmende.api.storage.Volume;
import dev.allmende.api.storage.VolumeBackup;
import dev.allmende.api.storage.VolumeSnapshot;
import dev.allmende.openstack.Cloud;
import dev.allmende.openstack.compute.Computing;
import dev.allmende.openstack.dns.Naming;
import dev.allmende.openstack.image.Imaging;
import dev.allmende.openstack.loadbalancer.Balancing;
import dev.allmende.openstack.network.Networking;
import dev.allmende.openstack.resource.Resource;
import dev.allmende.openstack.resource.Resources;
import dev.allmende.openstack.volume.Storage;
import java.util.List;
import java.util.function.Function;

/**
 * A kind whose things a project can have before there are objects.
 *
 * @param things where they are
 */
record Importable<K extends Thing<?, ?>>(Class<K> kind, Function<Cloud, Resources<?, ? extends Resource>> things) {

    /** In the order in which one refers to the other. */
    static final List<Importable<?>> ALL = List.of(
            new Importable<>(Network.class, cloud -> new Networking(cloud).networks()),
            new Importable<>(Subnet.class, cloud -> new Networking(cloud).subnets()),
            new Importable<>(Router.class, cloud -> new Networking(cloud).routers()),
            new Importable<>(SecurityGroup.class, cloud -> new Networking(cloud).securityGroups()),
            new Importable<>(Port.class, cloud -> new Networking(cloud).ports()),
            new Importable<>(FloatingIP.class, cloud -> new Networking(cloud).floatingIps()),
            new Importable<>(KeyPair.class, cloud -> new Computing(cloud).keyPairs()),
            new Importable<>(ServerGroup.class, cloud -> new Computing(cloud).serverGroups()),
            new Importable<>(Image.class, cloud -> new Imaging(cloud).images()),
            new Importable<>(Server.class, cloud -> new Computing(cloud).servers()),
            new Importable<>(Volume.class, cloud -> new Storage(cloud).volumes()),
            new Importable<>(VolumeSnapshot.class, cloud -> new Storage(cloud).snapshots()),
            new Importable<>(VolumeBackup.class, cloud -> new Storage(cloud).backups()),
            new Importable<>(DNSZone.class, cloud -> new Naming(cloud).zones()),
            new Importable<>(LoadBalancer.class, cloud -> new Balancing(cloud).loadBalancers()));
}
