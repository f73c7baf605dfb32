package dev.allmende.api;

import dev.allmende.api.schema.Describe;
import dev.allmende.api.schema.TextLimits;

/** A Secret by its name; in which namespace, the field that holds this says. */
public record SecretReference(
        @Describe("Name of the Secret.") @TextLimits(min = 1, max = 253)
        String name) {}
