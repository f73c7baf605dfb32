package dev.allmende.api.status;

import dev.allmende.api.schema.Describe;
import dev.allmende.api.schema.TextLimits;

/** That work was called off. */
@Describe("When and why it was called off.")
public record Cancellation(
        @Describe("From when on. A window that runs then ends then; those that have ended stay as they were.")
        @TextLimits(format = "date-time")
        String at,

        @Describe("Why, for readers.") @TextLimits(min = 1, max = 2000)
        String reason) {}
