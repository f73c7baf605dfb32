package dev.allmende.conformance.flavor;

/**
 * The memory part of a flavor name (scs-0100-v3, "Memory").
 *
 * @param halfGib memory in halves of a GiB, at least 1: the standard allows 0.5, 3.5 and so on
 * @param noEcc memory without error correction (letter {@code u})
 * @param oversubscribed the host promises more memory than it has (letter {@code o})
 */
public record Ram(int halfGib, boolean noEcc, boolean oversubscribed) {

    public Ram {
        if (halfGib < 1) {
            throw new IllegalArgumentException("memory must be 0.5 GiB or more, was " + halfGib + " halves of a GiB");
        }
    }

    public double gib() {
        return halfGib / 2.0;
    }

    public long mib() {
        return halfGib * 512L;
    }

    /** The number as a name shows it: {@code 4} or {@code 3.5}. */
    public String text() {
        return halfGib % 2 == 0 ? Integer.toString(halfGib / 2) : halfGib / 2 + ".5";
    }
}
