package dev.allmende.api.status;

import dev.allmende.api.ObjectReference;
import dev.allmende.api.schema.Describe;
import dev.allmende.api.schema.NumberLimits;

/** What one component is expected to suffer in a window. */
@Describe("What one component is expected to suffer in a window.")
public record ExpectedImpact(
        @Describe("Component that suffers.") ObjectReference componentRef,
        @Describe("In which way: an ImpactType.") ObjectReference impactTypeRef,

        @Describe("How much at worst, 0 to 100. The SCS status API shows 0, which is its word for maintenance.")
        @NumberLimits(min = 0, max = 100)
        int expectedSeverity) {}
