package dev.allmende.openstack.compute;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.openstack.resource.Fields;
import dev.allmende.openstack.resource.Resource;
import dev.allmende.openstack.resource.State;
import dev.allmende.openstack.resource.Wanted;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** A server. */
public record Server(JsonNode json) implements Resource {

    /** What a server can be asked to be at creation; later {@link Computing#change} takes name, description, host name and tags, the rest changes by acts. */
    public record Wish(Fields fields) implements Wanted<Wish> {

        static final String HINTS = "os:scheduler_hints";

        public Wish() {
            this(Fields.NONE);
        }

        private static List<Fields> numbered(List<Disk> disks) {
            return java.util.stream.IntStream.range(0, disks.size())
                    .mapToObj(at -> disks.get(at).fields(at == 0 ? 0 : -1))
                    .toList();
        }

        @Override
        public Wish with(Fields fields) {
            return new Wish(fields);
        }

        public Wish flavor(String id) {
            return with(fields.with("flavorRef", id));
        }

        /** Root disk on the host; see {@link #disks} for volumes. */
        public Wish image(String id) {
            return with(fields.with("imageRef", id));
        }

        /** The first is the one to boot from. */
        public Wish disks(List<Disk> disks) {
            return with(fields.with("block_device_mapping_v2", numbered(disks)));
        }

        /** In this order. */
        public Wish nics(List<Nic> nics) {
            return with(fields.with("networks", nics.stream().map(Nic::fields).toList()));
        }

        /** Ports that exist; they stay when the server goes. */
        public Wish ports(List<String> ids) {
            return nics(ids.stream().<Nic>map(Nic.OfPort::new).toList());
        }

        /** Nova makes a port in each, and removes it with the server. */
        public Wish networks(List<String> ids) {
            return nics(ids.stream().<Nic>map(id -> new Nic.InNetwork(id, "")).toList());
        }

        public Wish noNetwork() {
            return with(fields.with("networks", "none"));
        }

        public Wish keyPair(String name) {
            return with(fields.with("key_name", name));
        }

        /** At most 64 KiB once encoded. */
        public Wish userData(byte[] bytes) {
            return with(fields.with("user_data", Base64.getEncoder().encodeToString(bytes)));
        }

        public Wish zone(String name) {
            return with(fields.with("availability_zone", name));
        }

        public Wish configDrive(boolean on) {
            return with(fields.with("config_drive", on));
        }

        /** Only for ports that Nova makes. */
        public Wish securityGroups(List<String> names) {
            return with(fields.with(
                    "security_groups",
                    names.stream().map(name -> Fields.of("name", name)).toList()));
        }

        public Wish metadata(Map<String, String> values) {
            return with(fields.map("metadata", values));
        }

        /** Microversion 2.52. */
        public Wish tags(List<String> tags) {
            return with(fields.texts("tags", tags));
        }

        /** Microversion 2.90. */
        public Wish hostname(String name) {
            return with(fields.with("hostname", name));
        }

        /** The server group; goes beside the server in the request. */
        public Wish group(String id) {
            return with(fields.with(HINTS, Fields.of("group", id)));
        }
    }

    @Override
    public State state() {
        return Servers.state(json);
    }

    /** For example {@code active}, {@code stopped}. */
    public String vmState() {
        return text("OS-EXT-STS:vm_state");
    }

    /** Empty when nothing is going on. */
    public String taskState() {
        return text("OS-EXT-STS:task_state");
    }

    public boolean running() {
        return json.path("OS-EXT-STS:power_state").asInt() == 1;
    }

    /** What the hypervisor says (nova/compute/power_state.py, Zed). */
    public String powerState() {
        return switch (json.path("OS-EXT-STS:power_state").asInt()) {
            case 1 -> "RUNNING";
            case 3 -> "PAUSED";
            case 4 -> "SHUTDOWN";
            case 6 -> "CRASHED";
            case 7 -> "SUSPENDED";
            default -> "NOSTATE";
        };
    }

    /** Why it is in ERROR; empty else. */
    public String fault() {
        return json.path("fault").path("message").asText("");
    }

    /** From microversion 2.47 on the flavor is shown by its content, without its id. */
    public String flavorName() {
        return json.path("flavor").path("original_name").asText("");
    }

    /** Empty when it boots from a volume. */
    public String imageId() {
        return json.path("image").path("id").asText("");
    }

    public Map<String, String> metadata() {
        return map("metadata");
    }

    public String zone() {
        return text("OS-EXT-AZ:availability_zone");
    }

    public String keyPair() {
        return text("key_name");
    }

    /** Not in lists. */
    public List<String> groupIds() {
        return texts("server_groups");
    }

    public List<String> volumeIds() {
        return json.path("os-extended-volumes:volumes_attached").findValuesAsText("id");
    }

    public List<String> addresses() {
        return json.path("addresses").findValuesAsText("addr");
    }

    /** Its addresses with their networks and ports. */
    public List<Address> places() {
        return Address.all(json.path("addresses"));
    }

    public boolean locked() {
        return json.path("locked").asBoolean();
    }

    public String hostId() {
        return text("hostId");
    }

    @Override
    public String projectId() {
        return text("tenant_id");
    }
}
