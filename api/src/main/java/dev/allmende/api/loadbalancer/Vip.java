package dev.allmende.api.loadbalancer;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.allmende.api.ObjectReference;
import dev.allmende.api.schema.Describe;
import dev.allmende.api.schema.Rule;
import dev.allmende.api.schema.TextLimits;
import org.jspecify.annotations.Nullable;

/**
 * Where a load balancer's address is.
 *
 * @param address null for the cloud's choice
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Rule(
        cel = "[has(self.subnetRef), has(self.networkRef), has(self.portRef)].filter(said, said).size() == 1",
        message = "say one of subnetRef, networkRef and portRef")
@Rule(
        cel = "!(has(self.portRef) && has(self.address))",
        message = "address is the port's: say either portRef or address")
public record Vip(
        @Describe("Subnet of this namespace that the address is of.") @Nullable
        ObjectReference subnetRef,

        @Describe("Network of this namespace that the address is in; the cloud chooses the subnet.") @Nullable
        ObjectReference networkRef,

        @Describe("Port of this namespace whose address it is; the port stays when the load balancer goes.") @Nullable
        ObjectReference portRef,

        @Describe("The address; without it the cloud chooses one.")
        @TextLimits(max = 39, pattern = "^[0-9A-Fa-f.:]+$")
        @Nullable
        String address) {}
