package dev.allmende.api.status;

import dev.allmende.api.ObjectReference;
import dev.allmende.api.schema.Describe;
import dev.allmende.api.schema.NumberLimits;

/** What one component suffers (SCS-0402: severity 0 is maintenance). */
@Describe("What one component suffers.")
public record Impact(
        @Describe("Component that suffers.") ObjectReference componentRef,
        @Describe("In which way: an ImpactType.") ObjectReference impactTypeRef,

        @Describe("How much, 1 to 100; 0 is kept for maintenance.") @NumberLimits(min = 0, max = 100)
        int severity) {}
