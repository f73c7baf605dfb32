package dev.allmende.conformance.flavor;

/** How a flavor name is punctuated; the letters and numbers are the same in all versions. */
public enum Notation {
    /** Version 1: {@code SCS-4V:16:50-bms-GNa:14}. Tolerated with a warning. */
    V1(':', '-'),
    /** Version 2 and 3: {@code SCS-4V-16-50_bms_GNa-14}. */
    V3('-', '_');

    private final char separator;
    private final char extension;

    Notation(char separator, char extension) {
        this.separator = separator;
        this.extension = extension;
    }

    /** Between CPU, memory and disk, and inside the GPU part. */
    char separator() {
        return separator;
    }

    /** Before each extension. */
    char extension() {
        return extension;
    }
}
