package dev.allmende.central.onboarding;

import dev.allmende.api.tenancy.TenantQuota;
import dev.allmende.openstack.Cloud;
import dev.allmende.openstack.compute.Computing;
import dev.allmende.openstack.dns.Naming;
import dev.allmende.openstack.loadbalancer.Balancing;
import dev.allmende.openstack.network.Networking;
import dev.allmende.openstack.resource.Fields;
import dev.allmende.openstack.resource.Quota;
import dev.allmende.openstack.volume.Storage;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Brings a project's limits to what the tenant's spec says, with the Cloud's own login.
 *
 * @param project Keystone's identifier
 */
record Limits(Cloud provider, String project) {

    /** What one service is asked for. */
    private record Service(Map<String, Integer> wanted, Supplier<Quota> shown, Consumer<Fields> set) {

        /** Only what differs is sent. */
        void settle() {
            if (wanted.isEmpty()) {
                return;
            }
            var now = shown.get();
            var changes = Fields.NONE;
            for (var each : wanted.entrySet()) {
                boolean isSo = now.item(each.getKey())
                        .filter(item -> item.limit() == each.getValue())
                        .isPresent();
                changes = isSo
                        ? changes
                        : changes.with(each.getKey(), each.getValue().intValue());
            }
            if (!changes.isEmpty()) {
                set.accept(changes);
            }
        }
    }

    void settle(TenantQuota quota) {
        services(quota).forEach(Service::settle);
    }

    private Stream<Service> services(TenantQuota quota) {
        var nova = new Computing(provider);
        var cinder = new Storage(provider);
        var neutron = new Networking(provider);
        var octavia = new Balancing(provider);
        var designate = new Naming(provider);
        return Stream.of(
                new Service(quota.compute(), () -> nova.quota(project), limits -> nova.setQuota(project, limits)),
                new Service(quota.volume(), () -> cinder.quota(project), limits -> cinder.setQuota(project, limits)),
                new Service(quota.network(), () -> neutron.quota(project), limits -> neutron.setQuota(project, limits)),
                new Service(
                        quota.loadBalancer(),
                        () -> octavia.quota(project),
                        limits -> octavia.setQuota(project, limits)),
                new Service(
                        quota.dns(), () -> designate.quota(project), limits -> designate.setQuota(project, limits)));
    }
}
