package dev.allmende.openstack.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.allmende.openstack.resource.Fields;
import dev.allmende.openstack.resource.Resource;
import dev.allmende.openstack.resource.Wanted;
import java.util.List;
import java.util.Optional;

/** An image. Properties of one's own lie beside the fixed fields. */
public record Image(JsonNode json) implements Resource {

    /** What an image can be asked to be at creation; changes are JSON patches, see {@link Imaging#change}. */
    public record Wish(Fields fields) implements Wanted<Wish> {

        public Wish() {
            this(Fields.NONE);
        }

        @Override
        public Wish with(Fields fields) {
            return new Wish(fields);
        }

        /** {@code qcow2}, {@code raw} ...; only before the data. */
        public Wish diskFormat(String format) {
            return with(fields.with("disk_format", format).with("container_format", "bare"));
        }

        public Wish minDisk(int gib) {
            return with(fields.with("min_disk", gib));
        }

        public Wish minRam(int mib) {
            return with(fields.with("min_ram", mib));
        }

        /** {@code private}, {@code shared}, {@code community}; {@code public} is for admins. */
        public Wish visibility(String visibility) {
            return with(fields.with("visibility", visibility));
        }

        /** Whether a delete is refused. */
        public Wish guarded(boolean guarded) {
            return with(fields.with("protected", guarded));
        }

        public Wish hidden(boolean hidden) {
            return with(fields.with("os_hidden", hidden));
        }

        public Wish tags(List<String> tags) {
            return with(fields.texts("tags", tags));
        }

        /** For example {@code os_distro}. */
        public Wish property(String name, String value) {
            return with(fields.with(name, value));
        }
    }

    /** Glance shows all that an image has: what is not there it has not. */
    @Override
    public Optional<JsonNode> shown(String field) {
        return Optional.of(json.has(field) ? json.get(field) : NullNode.getInstance());
    }

    public String diskFormat() {
        return text("disk_format");
    }

    /** 0 before the data came. */
    public long sizeBytes() {
        return json.path("size").asLong();
    }

    /** In GiB. */
    public int minDisk() {
        return json.path("min_disk").asInt();
    }

    /** In MiB. */
    public int minRam() {
        return json.path("min_ram").asInt();
    }

    public String visibility() {
        return text("visibility");
    }

    public boolean guarded() {
        return json.path("protected").asBoolean();
    }

    /** By {@code os_hash_algo}, usually SHA-512; empty before the data came. */
    public String hash() {
        return text("os_hash_value");
    }

    /** Made, but neither uploaded nor imported: goes on with an import. */
    public boolean waitsForData() {
        return status().equals("queued");
    }

    @Override
    public String projectId() {
        return text("owner");
    }
}
