package dev.allmende.openstack.dns;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.openstack.resource.Fields;
import dev.allmende.openstack.resource.Resource;
import dev.allmende.openstack.resource.State;
import dev.allmende.openstack.resource.Wanted;

/** A zone. It is PENDING until all name servers have it. */
public record Zone(JsonNode json) implements Resource {

    /** What a zone can be asked to be; the name only at creation. */
    public record Wish(Fields fields) implements Wanted<Wish> {

        public Wish() {
            this(Fields.NONE);
        }

        @Override
        public Wish with(Fields fields) {
            return new Wish(fields);
        }

        public Wish email(String address) {
            return with(fields.with("email", address));
        }

        public Wish ttl(int seconds) {
            return with(fields.with("ttl", seconds));
        }
    }

    @Override
    public State state() {
        return Pending.state(json);
    }

    /** What it is pending for: {@code CREATE}, {@code UPDATE}, {@code DELETE} or {@code NONE}. */
    public String action() {
        return text("action");
    }

    public String email() {
        return text("email");
    }

    /** In seconds. */
    public int ttl() {
        return json.path("ttl").asInt();
    }

    public long serial() {
        return json.path("serial").asLong();
    }
}
