package dev.allmende.openstack.loadbalancer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.openstack.resource.Fields;
import java.util.List;

/** Where a load balancer listens. */
public record Listener(JsonNode json) implements Provisioned {

    /** What a listener can be asked to be; protocol and port only at creation. */
    public record Wish(Fields fields) implements PartWish<Wish> {

        public Wish() {
            this(Fields.NONE);
        }

        @Override
        public Wish with(Fields fields) {
            return new Wish(fields);
        }

        public Wish loadBalancer(String id) {
            return with(fields.with("loadbalancer_id", id));
        }

        /** {@code TCP}, {@code UDP}, {@code HTTP}, {@code TERMINATED_HTTPS} ... */
        public Wish protocol(String protocol) {
            return with(fields.with("protocol", protocol));
        }

        public Wish port(int port) {
            return with(fields.with("protocol_port", port));
        }

        public Wish pool(String id) {
            return with(fields.with("default_pool_id", id));
        }

        public Wish noPool() {
            return with(fields.cleared("default_pool_id"));
        }

        /** Inside a tree only: one of its pools. */
        public Wish poolNamed(String name) {
            return with(fields.with("default_pool", Fields.of("name", name)));
        }

        /** Inside a tree only. */
        public Wish policies(List<Policy.Wish> policies) {
            return with(fields.with(
                    "l7policies", policies.stream().map(Policy.Wish::fields).toList()));
        }

        /** Octavia API 2.12. */
        public Wish allowedCidrs(List<String> ranges) {
            return with(fields.texts("allowed_cidrs", ranges));
        }

        public Wish openToAll() {
            return with(fields.cleared("allowed_cidrs"));
        }

        /** -1 for none. */
        public Wish connectionLimit(int most) {
            return with(fields.with("connection_limit", most));
        }

        /** For {@code TERMINATED_HTTPS}. */
        public Wish certificate(String containerRef) {
            return with(fields.with("default_tls_container_ref", containerRef));
        }

        public Wish idleMillis(int client, int member) {
            return with(fields.with("timeout_client_data", client).with("timeout_member_data", member));
        }
    }

    public String protocol() {
        return text("protocol");
    }

    public int port() {
        return json.path("protocol_port").asInt();
    }

    public String poolId() {
        return text("default_pool_id");
    }

    public List<String> policyIds() {
        return json.path("l7policies").findValuesAsText("id");
    }

    public List<String> loadBalancerIds() {
        return json.path("loadbalancers").findValuesAsText("id");
    }
}
