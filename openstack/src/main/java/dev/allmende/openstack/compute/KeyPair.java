package dev.allmende.openstack.compute;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.openstack.resource.Fields;
import dev.allmende.openstack.resource.Resource;
import dev.allmende.openstack.resource.Wanted;

/** A public key of the user who is logged in, not of the project; its name is its id. */
public record KeyPair(JsonNode json) implements Resource {

    /** A key pair to be made; it never changes. */
    public record Wish(Fields fields) implements Wanted<Wish> {

        public Wish() {
            this(Fields.NONE);
        }

        @Override
        public Wish with(Fields fields) {
            return new Wish(fields);
        }

        public Wish publicKey(String openSsh) {
            return with(fields.with("public_key", openSsh));
        }
    }

    @Override
    public String id() {
        return name();
    }

    public String publicKey() {
        return text("public_key");
    }

    public String fingerprint() {
        return text("fingerprint");
    }

    public String userId() {
        return text("user_id");
    }
}
