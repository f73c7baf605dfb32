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
@Rule(cel = "has(self.portRef)", message = "say portRef")
public record Attach(
        @Describe("Port of this namespace.") @Nullable ObjectReference portRef,

        @Describe("Which of its addresses, when it has several.")
        @TextLimits(max = 39, pattern = "^[0-9A-Fa-f.:]+$")
        @Nullable
        String fixedIP) {}
