package dev.allmende.openstack.compute;

import dev.allmende.openstack.resource.Fields;

/** A disk of a new server (block_device_mapping_v2). */
public sealed interface Disk {

    Fields fields(int bootIndex);

    /** A volume that exists; it stays when the server goes. */
    record Existing(String volumeId) implements Disk {
        @Override
        public Fields fields(int bootIndex) {
            return mapping(bootIndex, "volume", "volume").with("uuid", volumeId).with("delete_on_termination", false);
        }
    }

    /**
     * A new volume with the content of an image.
     *
     * @param type of the volume, microversion 2.67; empty for the cloud's standard
     * @param goes with the server
     */
    record FromImage(String imageId, int gib, String type, boolean goes) implements Disk {
        @Override
        public Fields fields(int bootIndex) {
            var fields = mapping(bootIndex, "image", "volume")
                    .with("uuid", imageId)
                    .with("volume_size", gib)
                    .with("delete_on_termination", goes);
            return type.isEmpty() ? fields : fields.with("volume_type", type);
        }
    }

    private static Fields mapping(int bootIndex, String source, String destination) {
        return Fields.of("source_type", source)
                .with("destination_type", destination)
                .with("boot_index", bootIndex);
    }
}
