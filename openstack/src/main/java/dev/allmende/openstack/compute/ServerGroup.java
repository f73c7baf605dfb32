package dev.allmende.openstack.compute;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.openstack.resource.Fields;
import dev.allmende.openstack.resource.Resource;
import dev.allmende.openstack.resource.Wanted;
import java.util.List;

/** Servers that shall, or shall not, share a host. */
public record ServerGroup(JsonNode json) implements Resource {

    /** A server group to be made; it never changes. */
    public record Wish(Fields fields) implements Wanted<Wish> {

        public Wish() {
            this(Fields.NONE);
        }

        @Override
        public Wish with(Fields fields) {
            return new Wish(fields);
        }

        /** {@code affinity}, {@code anti-affinity}, {@code soft-affinity} or {@code soft-anti-affinity}; microversion 2.64. */
        public Wish policy(String policy) {
            return with(fields.with("policy", policy));
        }

        /** Only with {@code anti-affinity}. */
        public Wish maxServersPerHost(int most) {
            return with(fields.with("rules", Fields.NONE.with("max_server_per_host", most)));
        }
    }

    public String policy() {
        return text("policy");
    }

    public List<String> members() {
        return texts("members");
    }
}
