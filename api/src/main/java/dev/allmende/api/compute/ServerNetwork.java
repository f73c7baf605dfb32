package dev.allmende.api.compute;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.allmende.api.ObjectReference;
import dev.allmende.api.schema.Describe;
import dev.allmende.api.schema.TextLimits;
import org.jspecify.annotations.Nullable;

/** How a server is plugged in. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("How the server is plugged in.")
public record ServerNetwork(
        @Describe("Network that the cloud makes a port in; that goes with the server.")
        ObjectReference networkRef,

        @Describe("Address in the network; without it the cloud chooses.")
        @TextLimits(min = 2, max = 39, pattern = "^[0-9A-Fa-f.:]+$")
        @Nullable
        String fixedIP) {}
