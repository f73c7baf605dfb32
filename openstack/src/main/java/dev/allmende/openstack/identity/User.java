package dev.allmende.openstack.identity;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.openstack.config.Secret;
import dev.allmende.openstack.resource.Fields;
import dev.allmende.openstack.resource.Resource;
import dev.allmende.openstack.resource.Wanted;

/** A user. */
public record User(JsonNode json) implements Resource {

    /** What a user can be asked to be; the domain only at creation. */
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

        public Wish enabled(boolean enabled) {
            return with(fields.with("enabled", enabled));
        }

        public Wish password(Secret password) {
            return with(fields.with("password", password.reveal()));
        }

        public Wish email(String address) {
            return with(fields.with("email", address));
        }

        public Wish project(String id) {
            return with(fields.with("default_project_id", id));
        }
    }

    public String domainId() {
        return text("domain_id");
    }

    public boolean enabled() {
        return json.path("enabled").asBoolean();
    }
}
