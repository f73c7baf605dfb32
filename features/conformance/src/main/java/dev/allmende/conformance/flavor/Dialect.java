package dev.allmende.conformance.flavor;

/** Whose grammar decides where the standard and upstream's parser (commit 077174d9 of 2026-08-21) differ. */
public enum Dialect {
    /** The grammar of scs-0100-v3.3. */
    STANDARD,
    /**
     * What upstream's parser takes: refuses a further extension right after a GPU without units ({@code _GNa_ib}), and
     * takes {@code x} without a number of disks before it.
     */
    UPSTREAM
}
