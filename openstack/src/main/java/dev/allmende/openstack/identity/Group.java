package dev.allmende.openstack.identity;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.openstack.resource.Fields;
import dev.allmende.openstack.resource.Resource;
import dev.allmende.openstack.resource.Wanted;

/** Users who share roles. */
public record Group(JsonNode json) implements Resource {

    /** What a group can be asked to be; the domain only at creation. */
    public record Wish(Fields fields) implements Wanted<Wish> {

        public Wish() {
            this(Fields.NONE);
        }

        @Override
        public Wish with(Fields fields) {
            return new Wish(fields);
        }

        public Wish domain(String id) {
            return with(fields.with("domain_id", id));
        }
    }

    public String domainId() {
        return text("domain_id");
    }
}
