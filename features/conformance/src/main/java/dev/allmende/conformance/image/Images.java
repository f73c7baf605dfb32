package dev.allmende.conformance.image;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.allmende.conformance.snapshot.Input;
import dev.allmende.conformance.snapshot.Pages;
import dev.allmende.conformance.snapshot.RecordedAnswer;
import dev.allmende.openstack.Call;
import dev.allmende.openstack.ServiceType;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** The public and community images of a cloud. A cloud may have ten thousand, so little is kept of each. */
public final class Images {

    /** Asked as upstream's suite asks, so that both see the same images (hidden ones are left out by Glance). */
    public static final Input<List<Image>> IMAGES = new Input<>(
            "images", Input.Effect.READS, session -> session.list(ServiceType.IMAGE, list(), "images"), Images::read);

    /** Values test cases look at. */
    private static final Set<String> READ = Set.of(
            "architecture",
            "os_distro",
            "os_version",
            "os_purpose",
            "os_hash_algo",
            "hw_disk_bus",
            "hw_rng_model",
            "hypervisor_type",
            "image_build_date",
            "image_original_user",
            "image_source",
            "image_description",
            "replace_frequency",
            "provided_until",
            "uuid_validity",
            "hotfix_hours");

    /** What openstacksdk 0.101 knows by name of an image (openstack/image/v2/image.py) and takes out of the map. */
    private static final Set<String> KNOWN_TO_SDK =
            Set.of(("architecture auto_disk_config checksum container_format created_at direct_url disk_format file"
                            + " hw_boot_menu hw_cpu_cores hw_cpu_policy hw_cpu_sockets hw_cpu_thread_policy hw_cpu_threads"
                            + " hw_disk_bus hw_machine_type hw_qemu_guest_agent hw_rng_model hw_scsi_model"
                            + " hw_serial_port_count hw_vif_model hw_vif_multiqueue_enabled hw_video_model hw_video_ram"
                            + " hw_watchdog_action hypervisor_type id img_config_drive instance_type_rxtx_factor"
                            + " instance_uuid kernel_id locations metadata min_disk min_ram name os_admin_user"
                            + " os_command_line os_distro os_hash_algo os_hash_value os_hidden os_require_quiesce"
                            + " os_secure_boot os_shutdown_timeout os_type os_version owner properties protected"
                            + " ramdisk_id schema self size status store tags updated_at url virtual_size visibility"
                            + " vm_mode vmware_adaptertype vmware_ostype")
                    .split(" "));

    private Images() {}

    /** Glance gives 25 images a page unless asked for more, and never more than 1000 (its api_limit_max). */
    private static Call list() {
        return Call.get("/images").with("member_status", "all").with("limit", "1000");
    }

    private static List<Image> read(List<RecordedAnswer> pages) {
        var pool = new HashMap<String, String>();
        return Pages.read(pages, "images", item -> readImage(item, pool)).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** Empty for an image that is neither public nor community. */
    private static Optional<Image> readImage(JsonParser json, Map<String, String> pool) throws IOException {
        var image = new Fields();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            var field = json.currentName();
            var token = json.nextToken();
            if (token.isStructStart()) {
                json.skipChildren();
            } else if (token != JsonToken.VALUE_NULL) {
                image.put(field, json, pool);
            }
            image.plain &= KNOWN_TO_SDK.contains(field);
        }
        return switch (image.visibility) {
            case "public", "community" -> Optional.of(image.image());
            default -> Optional.empty();
        };
    }

    private static final class Fields {
        private final Map<String, String> properties = new HashMap<>();
        private String id = "";
        private Optional<String> name = Optional.empty();
        private String visibility = "";
        private String status = "";
        private boolean hidden;
        private Optional<String> createdAt = Optional.empty();
        private OptionalLong size = OptionalLong.empty();
        private int minDisk;
        private int minRam;
        private boolean plain = true;

        void put(String field, JsonParser json, Map<String, String> pool) throws IOException {
            switch (field) {
                case "id" -> id = json.getText();
                case "name" -> name = Optional.of(json.getText());
                case "visibility" -> visibility = pooled(json, pool);
                case "status" -> status = pooled(json, pool);
                case "os_hidden" -> hidden = json.getValueAsBoolean();
                case "created_at" -> createdAt = Optional.of(json.getText());
                case "size" -> size = OptionalLong.of(json.getValueAsLong());
                case "min_disk" -> minDisk = json.getValueAsInt();
                case "min_ram" -> minRam = json.getValueAsInt();
                default -> {
                    if (READ.contains(field)) {
                        properties.put(field, pooled(json, pool));
                    }
                }
            }
        }

        /** Most images share most values. */
        private static String pooled(JsonParser json, Map<String, String> pool) throws IOException {
            return pool.computeIfAbsent(json.getText(), text -> text);
        }

        Image image() {
            return new Image(id, name, visibility, status, hidden, createdAt, size, minDisk, minRam, properties, plain);
        }
    }
}
