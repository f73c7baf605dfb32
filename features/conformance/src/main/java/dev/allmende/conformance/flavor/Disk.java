package dev.allmende.conformance.flavor;

import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The disk part of a flavor name (scs-0100-v3, "Disk sizes and types").
 *
 * @param count number of independent disks, at least 1
 * @param sizeGb size of each in GB; empty when the cloud picks a size that fits the image
 * @param type empty when the name promises none
 */
public record Disk(int count, OptionalInt sizeGb, Optional<Type> type) {

    public Disk {
        if (count < 1) {
            throw new IllegalArgumentException("number of disks must be 1 or more, was " + count);
        }
        if (sizeGb.isPresent() && sizeGb.getAsInt() < 1) {
            throw new IllegalArgumentException("disk size must be 1 GB or more, was " + sizeGb.getAsInt());
        }
    }

    /** Where a disk lives; the extra spec's value is from scs-0103-v1. */
    public enum Type {
        NETWORK('n', "network"),
        HDD('h', "hdd"),
        SSD('s', "ssd"),
        NVME('p', "nvme");

        private final char letter;
        private final String extraSpec;
        private final Optional<Type> some = Optional.of(this);

        Type(char letter, String extraSpec) {
            this.letter = letter;
            this.extraSpec = extraSpec;
        }

        public char letter() {
            return letter;
        }

        /** The value of {@code scs:diskN-type}. */
        public String extraSpec() {
            return extraSpec;
        }

        /** This type, ready made: the parser is a hot path. */
        Optional<Type> some() {
            return some;
        }

        static @Nullable Type of(char letter) {
            return switch (letter) {
                case 'n' -> NETWORK;
                case 'h' -> HDD;
                case 's' -> SSD;
                case 'p' -> NVME;
                default -> null;
            };
        }
    }
}
