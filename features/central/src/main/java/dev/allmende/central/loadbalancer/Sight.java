package dev.allmende.central.loadbalancer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.api.loadbalancer.LoadBalancerSeen;
import dev.allmende.openstack.loadbalancer.LoadBalancer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is shown of a load balancer. Pure. */
final class Sight {

    private Sight() {}

    /** @param tree as Octavia answers to {@code GET .../status} (API reference v2, "Get the Load Balancer status tree") */
    static LoadBalancerSeen of(LoadBalancer balancer, JsonNode tree) {
        var listeners = new ArrayList<LoadBalancerSeen.Listener>();
        var pools = new LinkedHashMap<String, LoadBalancerSeen.Pool>();
        for (var listener : tree.path("listeners")) {
            listeners.add(new LoadBalancerSeen.Listener(
                    text(listener, "name"), text(listener, "id"), provisioning(listener), operating(listener)));
            listener.path("pools").forEach(pool -> pools.putIfAbsent(text(pool, "id"), pool(pool)));
        }
        return new LoadBalancerSeen(
                balancer.status(),
                balancer.operating(),
                given(balancer.vipAddress()),
                given(balancer.vipPortId()),
                given(balancer.provider()),
                listeners,
                List.copyOf(pools.values()));
    }

    private static LoadBalancerSeen.Pool pool(JsonNode pool) {
        var members = new ArrayList<LoadBalancerSeen.Member>();
        for (var member : pool.path("members")) {
            members.add(new LoadBalancerSeen.Member(
                    text(member, "address"),
                    member.path("protocol_port").asInt(),
                    provisioning(member),
                    operating(member)));
        }
        return new LoadBalancerSeen.Pool(
                text(pool, "name"),
                text(pool, "id"),
                provisioning(pool),
                operating(pool),
                given(provisioning(pool.path("health_monitor"))),
                members);
    }

    private static String provisioning(JsonNode part) {
        return text(part, "provisioning_status");
    }

    private static String operating(JsonNode part) {
        return text(part, "operating_status");
    }

    private static String text(JsonNode part, String field) {
        return part.path(field).asText("");
    }

    private static @Nullable String given(String text) {
        return text.isEmpty() ? null : text;
    }
}
