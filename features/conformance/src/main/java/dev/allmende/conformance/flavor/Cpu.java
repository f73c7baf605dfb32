package dev.allmende.conformance.flavor;

import org.jspecify.annotations.Nullable;

/**
 * The CPU part of a flavor name (scs-0100-v3, "CPU Suffixes").
 *
 * @param count number of vCPUs, at least 1
 * @param insecure the provider does not promise microcode and mitigations in time (letter {@code i})
 */
public record Cpu(int count, Type type, boolean insecure) {

    public Cpu {
        if (count < 1) {
            throw new IllegalArgumentException("number of vCPUs must be 1 or more, was " + count);
        }
    }

    /** What a vCPU is, from weak to strong; the extra spec's value is from scs-0103-v1. */
    public enum Type {
        CROWDED_CORE('L', "crowded-core"),
        SHARED_CORE('V', "shared-core"),
        DEDICATED_THREAD('T', "dedicated-thread"),
        DEDICATED_CORE('C', "dedicated-core");

        private final char letter;
        private final String extraSpec;

        Type(char letter, String extraSpec) {
            this.letter = letter;
            this.extraSpec = extraSpec;
        }

        /** The letter in a name. */
        public char letter() {
            return letter;
        }

        /** The value of {@code scs:cpu-type}. */
        public String extraSpec() {
            return extraSpec;
        }

        static @Nullable Type of(char letter) {
            return switch (letter) {
                case 'L' -> CROWDED_CORE;
                case 'V' -> SHARED_CORE;
                case 'T' -> DEDICATED_THREAD;
                case 'C' -> DEDICATED_CORE;
                default -> null;
            };
        }
    }
}
