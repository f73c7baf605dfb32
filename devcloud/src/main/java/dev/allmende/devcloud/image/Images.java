package dev.allmende.devcloud.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.devcloud.fault.Fault;
import dev.allmende.devcloud.fault.Faults;
import dev.allmende.devcloud.scenario.Generated;
import dev.allmende.devcloud.scenario.Scenario;
import dev.allmende.devcloud.scenario.Things;
import dev.allmende.devcloud.world.Json;
import dev.allmende.devcloud.world.Table;
import dev.allmende.devcloud.world.World;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The images, those of the scenario first. Custom properties stand before the fixed fields, as Glance writes them. */
final class Images {
    private static final Pattern DATE = Pattern.compile("\\$\\{date([+-]\\d+)\\}");

    private final Faults faults;
    private final Duration time;
    final Table table = new Table();
    final Map<String, byte[]> data = new HashMap<>();
    private final World world;

    Images(Scenario scenario, World world, Faults faults, String owner) {
        this.faults = faults;
        this.time = scenario.timing().volume();
        this.world = world;
        List<Things.Image> all = Stream.concat(
                        scenario.images().stream(),
                        Generated.images(scenario.generate().images()))
                .toList();
        for (int i = 0; i < all.size(); i++) {
            table.add(row(all.get(i), owner, i));
        }
    }

    private ObjectNode row(Things.Image image, String owner, int number) {
        Instant made = world.now().minus(Duration.ofDays(image.age())).minusSeconds(number);
        String id = world.ids().uuid("image", image.name() + "/" + number);
        ObjectNode row = Json.object();
        image.properties().forEach((key, value) -> row.put(key, dated(value)));
        row.put("name", image.name()).put("disk_format", "qcow2").put("container_format", "bare");
        row.put("visibility", image.visibility()).put("size", image.size()).put("virtual_size", image.size() * 4);
        row.put("status", image.status()).put("checksum", digest("MD5", id)).put("protected", false);
        row.put("min_ram", image.minRam()).put("min_disk", image.minDisk()).put("owner", owner);
        row.put("os_hidden", image.hidden());
        row.put("os_hash_algo", "sha512").put("os_hash_value", digest("SHA-512", id));
        row.put("id", id).put("created_at", World.seconds(made)).put("updated_at", World.seconds(made));
        row.set("tags", Json.texts(image.tags()));
        return links(row, id);
    }

    static ObjectNode links(ObjectNode row, String id) {
        return row.put("self", "/v2/images/" + id)
                .put("file", "/v2/images/" + id + "/file")
                .put("schema", "/v2/schemas/image");
    }

    /** {@code ${date-14}} becomes the day two weeks before the start of the cloud. */
    private String dated(String value) {
        Matcher matcher = DATE.matcher(value);
        return matcher.replaceAll(found -> world.now()
                .atOffset(ZoneOffset.UTC)
                .toLocalDate()
                .plusDays(Long.parseLong(found.group(1)))
                .toString());
    }

    static String digest(String algorithm, String text) {
        return digest(algorithm, text.getBytes(StandardCharsets.UTF_8));
    }

    static String digest(String algorithm, byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("the JDK lacks " + algorithm, e);
        }
    }

    /** A row for an image that a client creates: queued, without data. */
    ObjectNode queued(ObjectNode wanted, String owner) {
        String id = wanted.path("id").asText(world.ids().uuid());
        ObjectNode row = Json.object();
        for (Map.Entry<String, JsonNode> field : wanted.properties()) {
            if (!Fields.FIXED.contains(field.getKey())) {
                row.set(field.getKey(), field.getValue());
            }
        }
        row.set("name", orNull(wanted, "name"));
        row.set("disk_format", orNull(wanted, "disk_format"));
        row.set("container_format", orNull(wanted, "container_format"));
        row.put("visibility", wanted.path("visibility").asText("shared"))
                .putNull("size")
                .putNull("virtual_size");
        row.put("status", "queued")
                .putNull("checksum")
                .put("protected", wanted.path("protected").asBoolean());
        row.put("min_ram", wanted.path("min_ram").asInt())
                .put("min_disk", wanted.path("min_disk").asInt());
        row.put("owner", owner).put("os_hidden", wanted.path("os_hidden").asBoolean());
        row.putNull("os_hash_algo").putNull("os_hash_value");
        row.put("id", id).put("created_at", world.seconds()).put("updated_at", world.seconds());
        row.set("tags", wanted.path("tags").isArray() ? wanted.path("tags") : Json.array());
        return table.add(links(row, id));
    }

    private static JsonNode orNull(ObjectNode wanted, String field) {
        return wanted.has(field) ? wanted.path(field) : wanted.nullNode();
    }

    void upload(String id, byte[] bytes) {
        data.put(id, bytes);
        table.update(
                id,
                row -> row.put("size", bytes.length)
                        .put("virtual_size", bytes.length)
                        .put("status", "active")
                        .put("checksum", digest("MD5", bytes))
                        .put("os_hash_algo", "sha512")
                        .put("os_hash_value", digest("SHA-512", bytes)));
    }

    /** Importing for a while, then active; a failed import leaves the image queued, as Glance does. */
    void fetch(String id, String from) {
        table.update(id, row -> row.put("status", "importing").remove("os_glance_failed_import"));
        Optional<Fault> fate = table.find(id)
                .flatMap(row -> faults.fate("image", row.path("name").asText()));
        if (fate.filter(Fault.Stuck.class::isInstance).isPresent()) {
            return;
        }
        boolean broken = fate.isPresent();
        world.timeline().after(time, () -> {
            if (broken) {
                table.update(
                        id,
                        row -> row.put("status", "queued")
                                .put("os_glance_failed_import", "store")
                                .put("updated_at", world.seconds()));
            } else {
                upload(id, from.getBytes(StandardCharsets.UTF_8));
            }
        });
    }
}
