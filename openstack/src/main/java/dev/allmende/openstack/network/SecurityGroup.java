package dev.allmende.openstack.network;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.openstack.resource.Fields;
import dev.allmende.openstack.resource.Resource;
import dev.allmende.openstack.resource.Wanted;
import java.util.List;

/** A security group with its rules. */
public record SecurityGroup(JsonNode json) implements Resource {

    /** What a security group can be asked to be; rules are resources of their own. */
    public record Wish(Fields fields) implements Wanted<Wish> {

        public Wish() {
            this(Fields.NONE);
        }

        @Override
        public Wish with(Fields fields) {
            return new Wish(fields);
        }

        /** Cannot change while a port uses the group. */
        public Wish stateful(boolean stateful) {
            return with(fields.with("stateful", stateful));
        }
    }

    public boolean stateful() {
        return json.path("stateful").asBoolean(true);
    }

    /** A new group begins with the rules of the cloud: usually two for all egress. */
    public List<SecurityGroupRule> rules() {
        return json.path("security_group_rules")
                .valueStream()
                .map(SecurityGroupRule::new)
                .toList();
    }
}
