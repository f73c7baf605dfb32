package dev.allmende.central.onboarding;

import dev.allmende.central.bucket.Containers;
import dev.allmende.openstack.Cloud;
import dev.allmende.openstack.OpenStackException;
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
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What lies in a project, also what Allmende knows nothing of: Keystone would delete the project over its head and leave all
 * of it without an owner.
 *
 * @param cloud with the tenant's login
 */
record Remains(Cloud cloud) {

    /** Such as {@code 2 servers}; empty for an empty project. */
    List<String> found() {
        var project = cloud.token().projectId().orElse("");
        Predicate<Resource> own = thing -> thing.projectId().equals(project);
        var neutron = new Networking(cloud);
        var cinder = new Storage(cloud);
        return Stream.of(
                        count(new Computing(cloud).servers(), thing -> true),
                        count(new Balancing(cloud).loadBalancers(), own),
                        count(neutron.floatingIps(), own),
                        count(neutron.routers(), own),
                        count(neutron.networks(), own),
                        count(
                                neutron.securityGroups(),
                                own.and(group -> !group.name().equals("default"))),
                        count(cinder.volumes(), thing -> true),
                        count(cinder.snapshots(), thing -> true),
                        count(cinder.backups(), thing -> true),
                        count(new Naming(cloud).zones(), own),
                        count(
                                new Imaging(cloud).images(),
                                image -> image.text("owner").equals(project)),
                        told(Containers.namesIn(cloud).size(), "bucket"))
                .flatMap(each -> each)
                .toList();
    }

    private static Stream<String> count(Resources<?, ? extends Resource> things, Predicate<Resource> isIts) {
        try {
            long count = things.list(Filter.ALL).stream().filter(isIts).count();
            return told(count, things.kind().word());
        } catch (OpenStackException refused) {
            if (refused.kind() == OpenStackException.Kind.MISSING_SERVICE) {
                return Stream.empty();
            }
            throw refused;
        }
    }

    private static Stream<String> told(long count, String word) {
        return count == 0 ? Stream.empty() : Stream.of(count + " " + word + (count == 1 ? "" : "s"));
    }
}
