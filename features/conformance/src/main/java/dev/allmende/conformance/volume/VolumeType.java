package dev.allmende.conformance.volume;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.conformance.snapshot.Input;
import dev.allmende.conformance.snapshot.Pages;
import dev.allmende.openstack.Call;
import dev.allmende.openstack.ServiceType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A volume type.
 *
 * @param description empty when there is none
 */
public record VolumeType(String id, String name, String description) {

    /** All types the credential may see. */
    public static final Input<List<VolumeType>> VOLUME_TYPES = new Input<>(
            "volume-types",
            Input.Effect.READS,
            session -> session.list(ServiceType.BLOCK_STORAGE, Call.get("/types"), "volume_types"),
            answers -> Pages.trees(answers, "volume_types").stream()
                    .map(VolumeType::read)
                    .toList());

    private static final Pattern LIST = Pattern.compile("\\[scs:([^\\[\\]]*)\\]");

    /** Aspects in the order they stand there; empty when the description does not begin with a list of them. */
    Optional<List<String>> aspects() {
        var matcher = LIST.matcher(description);
        if (!matcher.lookingAt()) {
            return Optional.empty();
        }
        var inside = matcher.group(1);
        return Optional.of(
                inside.isEmpty()
                        ? List.of()
                        : Arrays.stream(inside.split(",", -1))
                                .map(String::strip)
                                .toList());
    }

    private static VolumeType read(JsonNode json) {
        return new VolumeType(
                json.path("id").asText(),
                json.path("name").asText(),
                json.path("description").asText(""));
    }
}
