package dev.allmende.openstack.volume;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.openstack.resource.Fields;
import dev.allmende.openstack.resource.Resource;
import dev.allmende.openstack.resource.Wanted;
import java.util.List;
import java.util.Map;

/** A volume. */
public record Volume(JsonNode json) implements Resource {

    /** What a volume can be asked to be; size and type change by {@link Storage#extend} and {@link Storage#retype}. */
    public record Wish(Fields fields) implements Wanted<Wish> {

        public Wish() {
            this(Fields.NONE);
        }

        @Override
        public Wish with(Fields fields) {
            return new Wish(fields);
        }

        /** At least as large as what it is made from. */
        public Wish size(int gib) {
            return with(fields.with("size", gib));
        }

        /** Only at creation. */
        public Wish type(String nameOrId) {
            return with(fields.with("volume_type", nameOrId));
        }

        /** Only at creation, as the other sources; at most one of them. */
        public Wish image(String id) {
            return with(fields.with("imageRef", id));
        }

        public Wish snapshot(String id) {
            return with(fields.with("snapshot_id", id));
        }

        public Wish volume(String id) {
            return with(fields.with("source_volid", id));
        }

        /** Microversion 3.47. */
        public Wish backup(String id) {
            return with(fields.with("backup_id", id));
        }

        /** Only at creation. */
        public Wish zone(String name) {
            return with(fields.with("availability_zone", name));
        }

        public Wish metadata(Map<String, String> values) {
            return with(fields.map("metadata", values));
        }
    }

    /** In GiB. */
    public int size() {
        return json.path("size").asInt();
    }

    public String type() {
        return text("volume_type");
    }

    public boolean bootable() {
        return json.path("bootable").asBoolean();
    }

    public boolean encrypted() {
        return json.path("encrypted").asBoolean();
    }

    public String zone() {
        return text("availability_zone");
    }

    /** Servers it is attached to. */
    public List<String> serverIds() {
        return json.path("attachments").findValuesAsText("server_id");
    }

    public Map<String, String> metadata() {
        return map("metadata");
    }

    @Override
    public String projectId() {
        return text("os-vol-tenant-attr:tenant_id");
    }
}
