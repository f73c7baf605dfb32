package dev.allmende.api.network;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.allmende.api.ObjectReference;
import dev.allmende.api.schema.Describe;
import dev.allmende.api.schema.Rule;
import dev.allmende.api.schema.TextLimits;
import org.jspecify.annotations.Nullable;

/** An address of a port. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("An address of a port.")
@Rule(cel = "has(self.subnetRef) || has(self.ip)", message = "say subnetRef, ip or both")
public record FixedIP(
        @Describe("Subnet of this namespace; without it the one that has the address.") @Nullable
        ObjectReference subnetRef,

        @Describe("The address; without it any free one of the subnet.")
        @TextLimits(max = 39, pattern = "^[0-9A-Fa-f.:]+$")
        @Nullable
        String ip) {}
