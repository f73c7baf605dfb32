package dev.allmende.openstack.volume;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.openstack.resource.Fields;
import dev.allmende.openstack.resource.Resource;
import dev.allmende.openstack.resource.State;
import dev.allmende.openstack.resource.Wanted;
import java.util.Map;

/** A backup of a volume. */
public record Backup(JsonNode json) implements Resource {

    /** What a backup can be asked to be; later only name, description and metadata change (microversion 3.9). */
    public record Wish(Fields fields) implements Wanted<Wish> {

        public Wish() {
            this(Fields.NONE);
        }

        @Override
        public Wish with(Fields fields) {
            return new Wish(fields);
        }

        public Wish volume(String id) {
            return with(fields.with("volume_id", id));
        }

        /** Of the volume as it was then; the volume must be named as well. */
        public Wish snapshot(String id) {
            return with(fields.with("snapshot_id", id));
        }

        /** On top of the volume's latest backup, which must be available. */
        public Wish incremental(boolean on) {
            return with(fields.with("incremental", on));
        }

        /** Also of a volume in use. */
        public Wish force() {
            return with(fields.with("force", true));
        }

        public Wish container(String name) {
            return with(fields.with("container", name));
        }

        /** Microversion 3.43. */
        public Wish metadata(Map<String, String> values) {
            return with(fields.map("metadata", values));
        }
    }

    @Override
    public State state() {
        return State.of(status(), text("fail_reason"));
    }

    public String volumeId() {
        return text("volume_id");
    }

    /** In GiB. */
    public int size() {
        return json.path("size").asInt();
    }

    public int objectCount() {
        return json.path("object_count").asInt();
    }

    public boolean incremental() {
        return json.path("is_incremental").asBoolean();
    }

    /** Later increments stand on it: it cannot be deleted. */
    public boolean hasDependents() {
        return json.path("has_dependent_backups").asBoolean();
    }

    /** The moment whose data it holds, ISO 8601 without zone, in UTC. */
    public String dataTimestamp() {
        return text("data_timestamp");
    }

    public Map<String, String> metadata() {
        return map("metadata");
    }
}
