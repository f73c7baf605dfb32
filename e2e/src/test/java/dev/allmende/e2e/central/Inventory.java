package dev.allmende.e2e.central;

import dev.allmende.openstack.Cloud;
import dev.allmende.openstack.compute.Computing;
import dev.allmende.openstack.dns.Naming;
import dev.allmende.openstack.loadbalancer.Balancing;
import dev.allmende.openstack.network.Networking;
import dev.allmende.openstack.resource.Filter;
import dev.allmende.openstack.resource.Resource;
import dev.allmende.openstack.resource.Resources;
import dev.allmende.openstack.volume.Storage;
import java.util.SortedMap;
import java.util.TreeMap;

/** How many things of each kind a project has. */
record Inventory(SortedMap<String, Integer> counts) {

    static Inventory of(Cloud cloud) {
        var network = new Networking(cloud);
        var counts = new TreeMap<String, Integer>();
        count(counts, network.networks());
        count(counts, network.subnets());
        count(counts, network.routers());
        count(counts, network.ports());
        count(counts, network.securityGroups());
        count(counts, network.securityGroupRules());
        count(counts, network.floatingIps());
        var compute = new Computing(cloud);
        count(counts, compute.servers());
        count(counts, compute.serverGroups());
        count(counts, compute.keyPairs());
        count(counts, new Storage(cloud).volumes());
        count(counts, new Balancing(cloud).loadBalancers());
        count(counts, new Naming(cloud).zones());
        return new Inventory(counts);
    }

    private static void count(SortedMap<String, Integer> counts, Resources<?, ? extends Resource> things) {
        counts.put(things.kind().word(), things.list(Filter.ALL).size());
    }
}
