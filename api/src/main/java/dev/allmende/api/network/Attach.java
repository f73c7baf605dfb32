package dev.allmende.api.network;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.allmende.api.ObjectReference;
import dev.allmende.api.schema.Describe;
import dev.allmende.api.schema.Rule;
import dev.allmende.api.schema.TextLimits;
import org.jspecify.annotations.Nullable;

/**
 * Where a floating IP leads to.
 *
 * @param portRef may become one of several ways to say it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("Where the floating IP leads to.")
@Rule(
        cel = "[has(self.portRef), has(self.serverRef), has(self.loadBalancerRef)].filter(said, said).size() == 1",
        message = "say one of portRef, serverRef and loadBalancerRef")
public record Attach(
        @Describe("Port of this namespace.") @Nullable ObjectReference portRef,

        @Describe("Server of this namespace: its first port, or the one that has fixedIP.") @Nullable
        ObjectReference serverRef,

        @Describe("LoadBalancer of this namespace.") @Nullable
        ObjectReference loadBalancerRef,

        @Describe("Which of its addresses, when it has several.")
        @TextLimits(max = 39, pattern = "^[0-9A-Fa-f.:]+$")
        @Nullable
        String fixedIP) {}
