package dev.allmende.api.compute;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.allmende.api.schema.Describe;
import dev.allmende.api.schema.ListLimits;
import java.util.List;
import java.util.Objects;

/** What the cloud shows of a server group. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("What the cloud shows of the server group.")
public record ServerGroupSeen(
        @Describe("What holds between its servers.") String policy,

        @Describe("OpenStack's identifiers of its servers.") @ListLimits(max = 1024)
        List<String> serverIDs) {

    // Jackson gives null for an empty one: the API leaves it out.
    @SuppressWarnings("RedundantNullCheck")
    public ServerGroupSeen {
        serverIDs = List.copyOf(Objects.requireNonNullElse(serverIDs, List.of()));
    }
}
