package dev.allmende.api.compute;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.allmende.api.schema.Describe;
import java.util.Map;
import java.util.Objects;

/** What the cloud shows of a flavor. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("What the cloud shows of the flavor.")
public record FlavorSeen(
        @Describe("Name in the cloud.") String name,
        @Describe("Virtual CPUs.") int vcpus,

        @JsonProperty("ramMiB") @Describe("Memory in MiB.") int ram,

        @JsonProperty("diskGiB") @Describe("Root disk in GiB; 0: servers boot from a volume.")
        int disk,

        @JsonProperty("public") @Describe("Whether all projects may use it.")
        boolean isPublic,

        @Describe("What else it promises, such as scs:cpu-type.")
        Map<String, String> extraSpecs) {

    // Jackson gives null for an empty one: the API leaves it out.
    @SuppressWarnings("RedundantNullCheck")
    public FlavorSeen {
        extraSpecs = Map.copyOf(Objects.requireNonNullElse(extraSpecs, Map.of()));
    }
}
