package dev.allmende.openstack.volume;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.openstack.resource.Fields;
import dev.allmende.openstack.resource.Resource;
import dev.allmende.openstack.resource.Wanted;
import java.util.Map;

/** A snapshot of a volume. */
public record Snapshot(JsonNode json) implements Resource {

    /** What a snapshot can be asked to be. */
    public record Wish(Fields fields) implements Wanted<Wish> {

        public Wish() {
            this(Fields.NONE);
        }

        @Override
        public Wish with(Fields fields) {
            return new Wish(fields);
        }

        /** Only at creation. */
        public Wish volume(String id) {
            return with(fields.with("volume_id", id));
        }

        /** Also of a volume in use; needed before microversion 3.66. */
        public Wish force() {
            return with(fields.with("force", true));
        }

        /** Only at creation; changed by {@link Storage#change}. */
        public Wish metadata(Map<String, String> values) {
            return with(fields.map("metadata", values));
        }
    }

    public String volumeId() {
        return text("volume_id");
    }

    /** In GiB. */
    public int size() {
        return json.path("size").asInt();
    }

    /** For example {@code 40%}. */
    public String progress() {
        return text("os-extended-snapshot-attributes:progress");
    }

    public Map<String, String> metadata() {
        return map("metadata");
    }
}
