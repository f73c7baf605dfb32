package dev.allmende.openstack.loadbalancer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.openstack.resource.Fields;
import java.util.List;

/** Members that share the load. */
public record Pool(JsonNode json) implements Provisioned {

    /** What a pool can be asked to be; protocol only at creation. */
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

        /** Becomes that listener's default pool. */
        public Wish listener(String id) {
            return with(fields.with("listener_id", id));
        }

        public Wish protocol(String protocol) {
            return with(fields.with("protocol", protocol));
        }

        /** {@code ROUND_ROBIN}, {@code LEAST_CONNECTIONS}, {@code SOURCE_IP}, {@code SOURCE_IP_PORT}. */
        public Wish algorithm(String algorithm) {
            return with(fields.with("lb_algorithm", algorithm));
        }

        /** {@code SOURCE_IP} or {@code HTTP_COOKIE}. */
        public Wish persistence(String type) {
            return with(fields.with("session_persistence", Fields.of("type", type)));
        }

        /** By a cookie of the application. */
        public Wish cookie(String name) {
            return with(fields.with(
                    "session_persistence", Fields.of("type", "APP_COOKIE").with("cookie_name", name)));
        }

        public Wish noPersistence() {
            return with(fields.cleared("session_persistence"));
        }

        /** Inside a tree only. */
        public Wish members(List<Member.Wish> members) {
            return with(fields.with(
                    "members", members.stream().map(Member.Wish::fields).toList()));
        }

        /** Inside a tree only. */
        public Wish monitor(Monitor.Wish monitor) {
            return with(fields.with("healthmonitor", monitor.fields()));
        }
    }

    public String protocol() {
        return text("protocol");
    }

    public String algorithm() {
        return text("lb_algorithm");
    }

    /** Empty for none. */
    public String monitorId() {
        return text("healthmonitor_id");
    }

    public List<String> memberIds() {
        return json.path("members").findValuesAsText("id");
    }

    public List<String> loadBalancerIds() {
        return json.path("loadbalancers").findValuesAsText("id");
    }
}
