package dev.allmende.api.status;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.allmende.api.ObjectReference;
import dev.allmende.api.schema.Describe;
import dev.allmende.api.schema.NumberLimits;
import org.jspecify.annotations.Nullable;

/** What a probe says of one component. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("What the probe says of a component.")
public record Stake(
        @Describe("Component that it speaks for.") ObjectReference componentRef,

        @Describe("In which way the component suffers: an ImpactType.")
        ObjectReference impactTypeRef,

        @Describe("Severity while the probe fails; 100 without it.") @NumberLimits(min = 1, max = 100) @Nullable
        Integer failing,

        @Describe("Severity while it is slow, or fails at some places only; 40 without it.")
        @NumberLimits(min = 1, max = 100)
        @Nullable
        Integer slow) {}
