package dev.allmende.api.network;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.allmende.api.ObjectReference;
import dev.allmende.api.schema.Describe;
import dev.allmende.api.schema.Rule;
import org.jspecify.annotations.Nullable;

/** How a router reaches a subnet. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("How the router reaches a subnet: with the subnet's gateway address, or with a port that has another.")
@Rule(cel = "has(self.subnetRef) != has(self.portRef)", message = "say either subnetRef or portRef")
public record RouterInterface(
        @Describe("Subnet of this namespace; the router gets its gateway address.") @Nullable
        ObjectReference subnetRef,

        @Describe(
                "Port of this namespace that becomes the router's. The cloud removes it when the router lets go of it.")
        @Nullable
        ObjectReference portRef) {}
