package dev.allmende.openstack.identity;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.openstack.config.Secret;
import dev.allmende.openstack.resource.Fields;
import dev.allmende.openstack.resource.Resource;
import dev.allmende.openstack.resource.Wanted;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A login of a user for one project, with fewer rights if wished. It never changes. */
public record ApplicationCredential(JsonNode json) implements Resource {

    /** What an application credential can be asked to be. */
    public record Wish(Fields fields) implements Wanted<Wish> {

        public Wish() {
            this(Fields.NONE);
        }

        @Override
        public Wish with(Fields fields) {
            return new Wish(fields);
        }

        /** All that the user has, if none are named. */
        public Wish roles(List<String> names) {
            return with(fields.with(
                    "roles", names.stream().map(name -> Fields.of("name", name)).toList()));
        }

        public Wish expires(Instant time) {
            return with(fields.with("expires_at", time.toString()));
        }

        /** Whether it may make and delete such credentials itself. */
        public Wish unrestricted(boolean yes) {
            return with(fields.with("unrestricted", yes));
        }

        /** Keystone makes one up, if none is given. */
        public Wish secret(Secret secret) {
            return with(fields.with("secret", secret.reveal()));
        }

        public Wish access(List<AccessRule> rules) {
            return with(fields.with(
                    "access_rules", rules.stream().map(AccessRule::fields).toList()));
        }
    }

    public String userId() {
        return text("user_id");
    }

    public Optional<Instant> expires() {
        return Optional.of(text("expires_at"))
                .filter(text -> !text.isEmpty())
                .map(text -> Instant.parse(text.endsWith("Z") ? text : text + "Z"));
    }

    public List<String> roleNames() {
        return json.path("roles").findValuesAsText("name");
    }

    /** Only in the answer to the create. */
    public Optional<Secret> secret() {
        return Optional.of(text("secret")).filter(text -> !text.isEmpty()).map(Secret::new);
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "application credential " + name();
    }
}
