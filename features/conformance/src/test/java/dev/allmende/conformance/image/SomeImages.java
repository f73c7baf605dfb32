package dev.allmende.conformance.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.conformance.snapshot.DecodedOnce;
import dev.allmende.conformance.snapshot.Observation;
import dev.allmende.conformance.snapshot.RecordedAnswer;
import dev.allmende.conformance.snapshot.Snapshot;
import dev.allmende.conformance.testcase.Judgement;
import dev.allmende.conformance.testcase.Mode;
import dev.allmende.conformance.testcase.Rules;
import dev.allmende.conformance.testcase.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Images as Glance would list them, made from a good one by a few changes. */
final class SomeImages {

    static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private SomeImages() {}

    /** A faultless image; changes as {@code key=value}, or {@code -key} to leave it out; values are JSON or text. */
    static String image(String... changes) {
        var fields = new java.util.LinkedHashMap<String, String>();
        set(
                fields,
                "id=aa-1",
                "name=Ubuntu 24.04",
                "visibility=public",
                "status=active",
                "os_hidden=false",
                "created_at=2026-11-20T10:00:00Z",
                "size=1000000000",
                "min_disk=8",
                "min_ram=512",
                "os_hash_algo=sha512",
                "architecture=x86_64",
                "os_distro=ubuntu",
                "os_version=24.04",
                "os_purpose=generic",
                "hw_disk_bus=scsi",
                "hw_rng_model=virtio",
                "hypervisor_type=qemu",
                "image_build_date=2026-11-19",
                "image_original_user=ubuntu",
                "image_source=https://cloud-images.ubuntu.com/noble/x.img",
                "image_description=https://ubuntu.com",
                "replace_frequency=monthly",
                "provided_until=2029-04-30",
                "uuid_validity=last-3");
        set(fields, changes);
        return fields.entrySet().stream()
                .map(field -> "\"" + field.getKey() + "\":" + json(field.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** An image that has nothing but Glance's own fields. */
    static String plain(String name) {
        return "{\"id\":\"pp-1\",\"name\":\"%s\",\"visibility\":\"public\",\"status\":\"active\",\"os_hidden\":false,"
                        .formatted(name)
                + "\"created_at\":\"2026-11-20T10:00:00Z\",\"size\":12,\"min_disk\":1,\"min_ram\":128,"
                + "\"os_hash_algo\":\"sha512\",\"tags\":[],\"self\":\"/v2/images/pp-1\",\"file\":\"f\",\"schema\":\"s\","
                + "\"protected\":false,\"owner\":\"o\",\"checksum\":null}";
    }

    static Judgement judge(String id, Mode mode, String... images) {
        var pages = IntStream.range(0, images.length)
                .mapToObj(i -> new RecordedAnswer(
                        "GET image /v2/images",
                        200,
                        Map.of(),
                        ("{\"first\":\"/v2/images\",\"images\":[" + images[i] + "]}")
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .toList();
        var answers = images.length == 0 ? List.of(RecordedAnswer.text("GET", "{\"images\":[]}")) : pages;
        var facts = new DecodedOnce(new Snapshot(
                new Snapshot.Header("u", "r", NOW, "t", "c", "a", "", true),
                Map.of("images", new Observation.Seen(answers, Duration.ZERO))));
        return ImageCases.all().stream()
                .filter(testCase -> testCase.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no test case " + id))
                .judge()
                .judge(facts, new Rules(mode, NOW));
    }

    static void assertVerdicts(String id, Verdict upstream, Verdict strict, String... images) {
        assertThat(judge(id, Mode.UPSTREAM, images).verdict())
                .as(id + " upstream " + Arrays.toString(images))
                .isEqualTo(upstream);
        assertThat(judge(id, Mode.STRICT, images).verdict())
                .as(id + " strict " + Arrays.toString(images))
                .isEqualTo(strict);
    }

    private static void set(Map<String, String> fields, String... changes) {
        for (var change : changes) {
            if (change.startsWith("-")) {
                fields.remove(change.substring(1));
            } else {
                fields.put(change.substring(0, change.indexOf('=')), change.substring(change.indexOf('=') + 1));
            }
        }
    }

    private static String json(String value) {
        return value.matches("\\d{1,15}|true|false|null") ? value : "\"" + value + "\"";
    }
}
