package dev.allmende.central.reach;

import dev.allmende.openstack.network.Networking;
import dev.allmende.openstack.resource.Filter;
import dev.allmende.openstack.resource.Mark;
import dev.allmende.openstack.resource.Resource;
import dev.allmende.openstack.resource.Resources;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What some objects led to in a cloud that others use too.
 *
 * @param marks of the objects
 * @param networks identifiers of networks that the objects made
 */
record Ours(List<Mark> marks, Set<String> networks) {

    static Ours of(List<GenericKubernetesResource> objects) {
        return new Ours(
                objects.stream()
                        .map(each -> new Mark(each.getMetadata().getUid()))
                        .toList(),
                objects.stream()
                        .filter(each -> each.getKind().equals("Network"))
                        .filter(each -> each.get("spec", "managementPolicy").equals("Managed"))
                        .map(each -> each.<String>get("status", "id"))
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** Identifiers of what carries a mark or is in one of the networks. */
    List<String> in(Networking net) {
        return Stream.of(
                        net.networks(),
                        net.subnets(),
                        net.routers(),
                        net.ports(),
                        net.securityGroups(),
                        net.floatingIps())
                .flatMap(Ours::all)
                .filter(thing -> isMarked(thing) || networks.contains(thing.text("network_id")))
                .filter(thing -> !isOfDhcp(thing))
                .map(Resource::id)
                .toList();
    }

    private static Stream<? extends Resource> all(Resources<?, ? extends Resource> things) {
        return things.list(Filter.ALL).stream();
    }

    /** A port that an agent of Neutron makes for itself, at a time of its own. */
    private static boolean isOfDhcp(Resource thing) {
        return thing.text("device_owner").equals("network:dhcp");
    }

    private boolean isMarked(Resource thing) {
        return marks.stream().anyMatch(mark -> mark.isOn(thing, Mark.Place.DESCRIPTION));
    }
}
