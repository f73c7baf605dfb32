package dev.allmende.api.loadbalancer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.allmende.api.DeletionPolicy;
import dev.allmende.api.DriftPolicy;
import dev.allmende.api.Import;
import dev.allmende.api.Managed;
import dev.allmende.api.ManagementPolicy;
import dev.allmende.api.schema.Describe;
import dev.allmende.api.schema.Immutable;
import dev.allmende.api.schema.ListLimits;
import dev.allmende.api.schema.Rule;
import dev.allmende.api.schema.TextLimits;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a load balancer shall be. What the providers can do: Octavia's feature matrix of providers, release Zed.
 *
 * @param vip null only when the load balancer is imported
 * @param listeners null for none, or for those that an imported one has
 * @param pools null for none, or for those that an imported one has
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("What the load balancer shall be.")
@Rule(
        cel = "has(self.__import__) || has(self.vip)",
        message = "vip is needed for a load balancer that is to be made: where shall its address be?")
@Rule(cel = "has(self.vip) == has(oldSelf.vip)", message = "vip " + LoadBalancerSpec.FIXED)
@Rule(cel = "has(self.provider) == has(oldSelf.provider)", message = "provider " + LoadBalancerSpec.FIXED)
@Rule(cel = "has(self.flavor) == has(oldSelf.flavor)", message = "flavor " + LoadBalancerSpec.FIXED)
@Rule(
        cel = "has(self.availabilityZone) == has(oldSelf.availabilityZone)",
        message = "availabilityZone " + LoadBalancerSpec.FIXED)
@Rule(
        cel = "!has(self.listeners) || self.listeners.all(l, !has(l.pool)"
                + " || (has(self.pools) && self.pools.exists(p, p.name == l.pool)))",
        message = "a listener's pool must be the name of one of pools")
@Rule(
        cel =
                "!has(self.listeners) || self.listeners.all(l, self.listeners.exists_one(o, o.port == l.port"
                        + " && (o.protocol == l.protocol || !(o.protocol in ['UDP', 'SCTP'] || l.protocol in ['UDP', 'SCTP']))))",
        message = "two listeners cannot have the same port, unless one is of UDP or SCTP")
@Rule(
        cel = "!has(self.provider) || self.provider != 'ovn' || !has(self.listeners)"
                + " || self.listeners.all(l, l.protocol in ['TCP', 'UDP', 'SCTP']"
                + " && (!has(l.policies) || size(l.policies) == 0))",
        message =
                "provider ovn balances on layer 4 only: its listeners have protocol TCP, UDP or SCTP, and no policies")
@Rule(
        cel = "!has(self.provider) || self.provider != 'ovn' || !has(self.pools)"
                + " || self.pools.all(p, p.protocol in ['TCP', 'UDP', 'SCTP']"
                + " && (!has(p.algorithm) || p.algorithm == 'SOURCE_IP_PORT'))",
        message = "provider ovn balances on layer 4 only, by source address and port:"
                + " its pools have protocol TCP, UDP or SCTP, and algorithm SOURCE_IP_PORT")
@Rule(
        cel = "!has(self.provider) || !(self.provider in ['amphora', 'octavia']) || !has(self.pools)"
                + " || self.pools.all(p, !has(p.algorithm) || p.algorithm != 'SOURCE_IP_PORT')",
        message = "provider amphora has no algorithm SOURCE_IP_PORT: take SOURCE_IP, ROUND_ROBIN or LEAST_CONNECTIONS")
public record LoadBalancerSpec(
        ManagementPolicy managementPolicy,
        @Nullable DeletionPolicy deletionPolicy,
        DriftPolicy drift,
        @JsonProperty("import") @Nullable Import imported,
        @Nullable String name,
        @Nullable String description,

        @Describe("Where its address is.") @Immutable @Nullable
        Vip vip,

        @Describe("Who moves the packets, such as 'amphora' or 'ovn'; without it the cloud chooses.")
        @TextLimits(min = 1, max = 64)
        @Immutable
        @Nullable
        String provider,

        @Describe("OpenStack's identifier of a load balancer flavor; without it the cloud chooses.")
        @TextLimits(min = 1, max = 36)
        @Immutable
        @Nullable
        String flavor,

        @Describe("Name of a zone for load balancers; without it the cloud chooses.")
        @TextLimits(min = 1, max = 255)
        @Immutable
        @Nullable
        String availabilityZone,

        @Describe("Where it listens. Without this field: nowhere; an imported one where it did.")
        @ListLimits(max = 32, keys = "name")
        @Nullable
        List<ListenerSpec> listeners,

        @Describe("Groups of members that share the load. Without this field: none; an imported one has those it had.")
        @ListLimits(max = 32, keys = "name")
        @Nullable
        List<PoolSpec> pools)
        implements Managed {

    static final String FIXED = "cannot be changed: delete the object and make it anew";

    /** What name parts have. */
    static final String PART = "^[A-Za-z0-9]([-_.A-Za-z0-9]*[A-Za-z0-9])?$";
}
