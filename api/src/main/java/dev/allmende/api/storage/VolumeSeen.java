package dev.allmende.api.storage;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.allmende.api.schema.Describe;
import java.util.List;
import java.util.Objects;

/** What the cloud shows of a volume. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("What the cloud shows of the volume.")
public record VolumeSeen(
        @Describe("OpenStack's status, such as 'available' or 'in-use'.")
        String status,

        @Describe("In GiB.") int size,
        @Describe("Name of its volume type.") String type,
        @Describe("Whether a server can boot from it.") boolean bootable,
        @Describe("Whether its data is encrypted.") boolean encrypted,

        @Describe("Availability zone that it lies in.") String availabilityZone,

        @Describe("OpenStack's identifiers of the servers that have it.")
        List<String> serverIDs) {

    // Jackson gives null for an empty list: the API leaves it out.
    @SuppressWarnings("RedundantNullCheck")
    public VolumeSeen {
        serverIDs = List.copyOf(Objects.requireNonNullElse(serverIDs, List.of()));
    }
}
