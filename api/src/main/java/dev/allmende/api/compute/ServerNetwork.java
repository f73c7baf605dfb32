package dev.allmende.api.compute;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.allmende.api.ObjectReference;
import dev.allmende.api.schema.Describe;
import dev.allmende.api.schema.Rule;
import dev.allmende.api.schema.TextLimits;
import org.jspecify.annotations.Nullable;

/** How a server is plugged in. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("How the server is plugged in: into a network, or with a port.")
@Rule(cel = "has(self.networkRef) != has(self.portRef)", message = "say either networkRef or portRef")
@Rule(
        cel = "has(self.networkRef) || !has(self.fixedIP)",
        message = "fixedIP goes with networkRef: a port has its addresses already")
public record ServerNetwork(
        @Describe("Network that the cloud makes a port in; that goes with the server.") @Nullable
        ObjectReference networkRef,

        @Describe("Port of this namespace; it stays when the server goes.") @Nullable
        ObjectReference portRef,

        @Describe("Address in the network; without it the cloud chooses.")
        @TextLimits(min = 2, max = 39, pattern = "^[0-9A-Fa-f.:]+$")
        @Nullable
        String fixedIP) {}
