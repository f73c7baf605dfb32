package dev.allmende.openstack.loadbalancer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.openstack.resource.Fields;
import java.util.List;

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

        /** Inside a tree only: one of its pools. */
        public Wish toPoolNamed(String name) {
            return with(fields.with("action", "REDIRECT_TO_POOL").with("redirect_pool", Fields.of("name", name)));
        }

        public Wish toUrl(String url) {
            return with(fields.with("action", "REDIRECT_TO_URL").with("redirect_url", url));
        }

        public Wish reject() {
            return with(fields.with("action", "REJECT"));
        }

        /** Inside a tree only. */
        public Wish rules(List<Rule.Wish> rules) {
            return with(
                    fields.with("rules", rules.stream().map(Rule.Wish::fields).toList()));
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

    /** From 1 on. */
    public int position() {
        return json.path("position").asInt();
    }
}
