package dev.allmende.api;

import dev.allmende.api.schema.Describe;
import dev.allmende.api.schema.TextLimits;

/**
 * A field that the cloud shows otherwise than the spec wants it.
 *
 * @param path OpenStack's name of the field
 * @param want JSON
 * @param have JSON
 */
public record Drift(
        @Describe("OpenStack's name of the field.") @TextLimits(max = 128)
        String path,

        @Describe("What the spec wants, as JSON.") String want,
        @Describe("What the cloud has, as JSON.") String have) {

    private static final int LONGEST = 1024;

    public Drift {
        want = shortened(want);
        have = shortened(have);
    }

    private static String shortened(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST - 1) + "…" : text;
    }
}
