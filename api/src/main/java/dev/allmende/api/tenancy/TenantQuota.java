package dev.allmende.api.tenancy;

import dev.allmende.api.schema.Describe;
import dev.allmende.api.schema.NumberLimits;
import java.util.Map;
import java.util.Objects;

/** Limits of a project, service by service, by the service's own names; -1 is none. */
@Describe("Limits of the project by OpenStack's own names, such as cores, gigabytes or floatingip; -1 for none.")
public record TenantQuota(
        @Describe("Nova's: cores, ram (MiB), instances, key_pairs, server_groups ...") @NumberLimits(min = -1)
        Map<String, Integer> compute,

        @Describe("Cinder's: volumes, gigabytes, snapshots, backups, backup_gigabytes ...") @NumberLimits(min = -1)
        Map<String, Integer> volume,

        @Describe("Neutron's: network, subnet, port, router, floatingip, security_group ...") @NumberLimits(min = -1)
        Map<String, Integer> network,

        @Describe("Octavia's: load_balancer, listener, pool, member, health_monitor ...") @NumberLimits(min = -1)
        Map<String, Integer> loadBalancer,

        @Describe("Designate's: zones, zone_recordsets, zone_records, recordset_records ...") @NumberLimits(min = -1)
        Map<String, Integer> dns) {

    // Jackson gives null for what is left out.
    @SuppressWarnings("RedundantNullCheck")
    public TenantQuota {
        compute = Map.copyOf(Objects.requireNonNullElse(compute, Map.of()));
        volume = Map.copyOf(Objects.requireNonNullElse(volume, Map.of()));
        network = Map.copyOf(Objects.requireNonNullElse(network, Map.of()));
        loadBalancer = Map.copyOf(Objects.requireNonNullElse(loadBalancer, Map.of()));
        dns = Map.copyOf(Objects.requireNonNullElse(dns, Map.of()));
    }
}
