package dev.allmende.api;

import dev.allmende.api.schema.Describe;
import dev.allmende.api.schema.TextLimits;

/** An object of the kind that the field names, in the same namespace or, for cluster-wide kinds, in none. */
public record ObjectReference(
        @Describe("Name of the object.") @TextLimits(min = 1, max = 253)
        String name) {}
