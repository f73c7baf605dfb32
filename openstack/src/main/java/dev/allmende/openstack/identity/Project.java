package dev.allmende.openstack.identity;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.openstack.resource.Fields;
import dev.allmende.openstack.resource.Resource;
import dev.allmende.openstack.resource.Wanted;
import java.util.List;

/** A project: what limits, roles and resources belong to. Deleting it leaves its resources behind. */
public record Project(JsonNode json) implements Resource {

    /** What a project can be asked to be; the domain only at creation. */
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

        /** Only at creation. */
        public Wish parent(String id) {
            return with(fields.with("parent_id", id));
        }

        public Wish enabled(boolean enabled) {
            return with(fields.with("enabled", enabled));
        }

        public Wish tags(List<String> tags) {
            return with(fields.texts("tags", tags));
        }
    }

    public String domainId() {
        return text("domain_id");
    }

    public boolean enabled() {
        return json.path("enabled").asBoolean();
    }
}
