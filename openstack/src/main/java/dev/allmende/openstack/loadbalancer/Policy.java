package dev.allmende.openstack.loadbalancer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.openstack.resource.Fields;

/** A decision on layer 7. */
public record Policy(JsonNode json) implements Provisioned {

    /** What a policy can be asked to be; the listener only at creation. */
    public record Wish(Fields fields) implements PartWish<Wish> {

        public Wish() {
            this(Fields.NONE);
        }

        @Override
        public Wish with(Fields fields) {
            return new Wish(fields);
        }

        public Wish listener(String id) {
            return with(fields.with("listener_id", id));
        }

        public Wish toPool(String id) {
            return with(fields.with("action", "REDIRECT_TO_POOL").with("redirect_pool_id", id));
        }

        public Wish toUrl(String url) {
            return with(fields.with("action", "REDIRECT_TO_URL").with("redirect_url", url));
        }

        public Wish reject() {
            return with(fields.with("action", "REJECT"));
        }

        public Wish position(int position) {
            return with(fields.with("position", position));
        }
    }

    public String listenerId() {
        return text("listener_id");
    }

    public String action() {
        return text("action");
    }
}
