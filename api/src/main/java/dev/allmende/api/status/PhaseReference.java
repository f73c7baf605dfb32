package dev.allmende.api.status;

import dev.allmende.api.schema.Describe;
import dev.allmende.api.schema.NumberLimits;

/** A phase of one generation of the page's phases. */
@Describe("A phase, by the generation of the page's list of phases and its place in it.")
public record PhaseReference(
        @Describe("Generation of the list.") @NumberLimits(min = 1, max = 1000000)
        int generation,

        @Describe("Place in the list, from 0.") @NumberLimits(min = 0, max = 1000)
        int order) {}
