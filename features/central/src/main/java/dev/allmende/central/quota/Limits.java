package dev.allmende.central.quota;

import dev.allmende.api.tenancy.QuotaStatus.Item;
import dev.allmende.api.tenancy.QuotaStatus.Service;
import dev.allmende.openstack.Cloud;
import dev.allmende.openstack.OpenStackException;
import dev.allmende.openstack.compute.Computing;
import dev.allmende.openstack.dns.Naming;
import dev.allmende.openstack.loadbalancer.Balancing;
import dev.allmende.openstack.network.Networking;
import dev.allmende.openstack.resource.Fields;
import dev.allmende.openstack.resource.Filter;
import dev.allmende.openstack.resource.Quota;
import dev.allmende.openstack.volume.Storage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Limits of a project in all services of a cloud that have some. */
public final class Limits {

    private Limits() {}

    /** Of the project that the login is for, sorted by service and name; services that the cloud does not have are left out. */
    public static List<Item> of(Cloud cloud) {
        var project =
                cloud.token().projectId().orElseThrow(() -> new IllegalStateException("the login has no project"));
        return Arrays.stream(Service.values())
                .flatMap(service -> present(() -> items(service, cloud, project)))
                .toList();
    }

    private static Stream<Item> present(Supplier<List<Item>> read) {
        try {
            return read.get().stream();
        } catch (OpenStackException refused) {
            if (refused.kind() == OpenStackException.Kind.MISSING_SERVICE) {
                return Stream.empty();
            }
            throw refused;
        }
    }

    private static List<Item> items(Service service, Cloud cloud, String project) {
        var quota = read(service, cloud, project);
        Map<String, Integer> counted = isTelling(service) ? Map.of() : counted(service, cloud);
        var items = new ArrayList<Item>();
        quota.items().forEach((name, item) -> {
            @Nullable Integer used = isTelling(service) ? Integer.valueOf(item.used()) : counted.get(name);
            items.add(new Item(service, name, item.limit(), used, item.reserved()));
        });
        items.sort(java.util.Comparator.comparing(Item::name));
        return List.copyOf(items);
    }

    /** Octavia and Designate do not tell the use: what can be listed is counted. */
    private static boolean isTelling(Service service) {
        return service != Service.LOAD_BALANCER && service != Service.DNS;
    }

    private static Map<String, Integer> counted(Service service, Cloud cloud) {
        if (service == Service.DNS) {
            return Map.of("zones", new Naming(cloud).zones().list(Filter.ALL).size());
        }
        var octavia = new Balancing(cloud);
        var listeners = octavia.listeners().list(Filter.ALL);
        var pools = octavia.pools().list(Filter.ALL);
        return Map.of(
                "load_balancer", octavia.loadBalancers().list(Filter.ALL).size(),
                "listener", listeners.size(),
                "pool", pools.size(),
                "member",
                        pools.stream().mapToInt(pool -> pool.memberIds().size()).sum(),
                "health_monitor",
                        (int) pools.stream()
                                .filter(pool -> !pool.monitorId().isEmpty())
                                .count(),
                "l7policy",
                        listeners.stream()
                                .mapToInt(listener -> listener.policyIds().size())
                                .sum());
    }

    private static Quota read(Service service, Cloud cloud, String project) {
        return switch (service) {
            case COMPUTE -> new Computing(cloud).quota(project);
            case VOLUME -> new Storage(cloud).quota(project);
            case NETWORK -> new Networking(cloud).quota(project);
            case LOAD_BALANCER -> new Balancing(cloud).quota(project);
            case DNS -> new Naming(cloud).quota(project);
        };
    }

    /**
     * Sets limits of a project where they are others; the rest stays as it is.
     *
     * @param admin login of an administrator
     * @param wanted by the service's own names, -1 for none
     * @return whether a call was needed
     */
    public static boolean set(Cloud admin, String project, Service service, Map<String, Integer> wanted) {
        var have = read(service, admin, project);
        var changes = Fields.NONE;
        for (var each : wanted.entrySet()) {
            boolean isSame = have.item(each.getKey())
                    .filter(item -> item.limit() == each.getValue())
                    .isPresent();
            changes = isSame ? changes : changes.with(each.getKey(), each.getValue());
        }
        if (changes.isEmpty()) {
            return false;
        }
        switch (service) {
            case COMPUTE -> new Computing(admin).setQuota(project, changes);
            case VOLUME -> new Storage(admin).setQuota(project, changes);
            case NETWORK -> new Networking(admin).setQuota(project, changes);
            case LOAD_BALANCER -> new Balancing(admin).setQuota(project, changes);
            case DNS -> new Naming(admin).setQuota(project, changes);
        }
        return true;
    }
}
