package dev.allmende.openstack.loadbalancer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.openstack.resource.Fields;
import java.util.List;

/** How a pool finds out which members are well. */
public record Monitor(JsonNode json) implements Provisioned {

    /** What a health monitor can be asked to be; pool and type only at creation. */
    public record Wish(Fields fields) implements PartWish<Wish> {

        public Wish() {
            this(Fields.NONE);
        }

        @Override
        public Wish with(Fields fields) {
            return new Wish(fields);
        }

        public Wish pool(String id) {
            return with(fields.with("pool_id", id));
        }

        /** {@code TCP}, {@code HTTP}, {@code HTTPS}, {@code PING}, {@code UDP-CONNECT}. */
        public Wish type(String type) {
            return with(fields.with("type", type));
        }

        public Wish seconds(int delay, int timeout) {
            return with(fields.with("delay", delay).with("timeout", timeout));
        }

        public Wish retries(int up, int down) {
            return with(fields.with("max_retries", up).with("max_retries_down", down));
        }

        public Wish http(String method, String path, String codes) {
            return with(
                    fields.with("http_method", method).with("url_path", path).with("expected_codes", codes));
        }
    }

    public String type() {
        return text("type");
    }

    public List<String> poolIds() {
        return json.path("pools").findValuesAsText("id");
    }
}
