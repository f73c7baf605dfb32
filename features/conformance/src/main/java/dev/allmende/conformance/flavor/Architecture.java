package dev.allmende.conformance.flavor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The CPU architecture extension of a flavor name (scs-0100-v3.3, "CPU Architecture Details").
 *
 * @param generation 0 means old or not named: the standard makes no difference and leaves the 0 out
 * @param frequency number of {@code h}: 0 nothing promised, 1 above 2.75, 2 above 3.25, 3 above 3.75 GHz on all cores
 */
public record Architecture(Vendor vendor, int generation, int frequency) {

    static final int MAX_FREQUENCY = 3;

    public Architecture {
        if (generation < 0 || generation > vendor.newest()) {
            throw new IllegalArgumentException(
                    "generation of " + vendor.title() + " must be 0 to " + vendor.newest() + ", was " + generation);
        }
        if (frequency < 0 || frequency > MAX_FREQUENCY) {
            throw new IllegalArgumentException("frequency must be 0 to 3 times h, was " + frequency);
        }
    }

    /** Vendor or instruction set, with the generations by number. */
    public enum Vendor {
        INTEL(
                'i',
                "Intel x86-64",
                "x86_64",
                "before Skylake, or not named",
                "Skylake",
                "Cascade Lake",
                "Ice Lake",
                "Sapphire Rapids",
                "Sierra Forest",
                "Granite Rapids"),
        AMD(
                'z',
                "AMD x86-64",
                "x86_64",
                "before Zen, or not named",
                "Zen 1",
                "Zen 2",
                "Zen 3",
                "Zen 4",
                "Zen 5",
                "Zen 6"),
        ARM(
                'a',
                "ARM v8 or newer",
                "aarch64",
                "before Cortex-A76, or not named",
                "A76 / Neoverse N1",
                "A78 / X1 / Neoverse V1",
                "A71x / Neoverse N2 or V2",
                "AmpereOne",
                "A72x / Neoverse N3 or V3"),
        RISC_V('r', "RISC-V", "riscv64", "not named");

        private final char letter;
        private final String title;
        private final String imageArchitecture;
        private final List<String> generations;

        Vendor(char letter, String title, String imageArchitecture, String... generations) {
            this.letter = letter;
            this.title = title;
            this.imageArchitecture = imageArchitecture;
            this.generations = List.of(generations);
        }

        public char letter() {
            return letter;
        }

        public String title() {
            return title;
        }

        /** The property {@code architecture} of images that run here. */
        public String imageArchitecture() {
            return imageArchitecture;
        }

        /** Highest generation the standard names. */
        public int newest() {
            return generations.size() - 1;
        }

        public String generation(int number) {
            return generations.get(number);
        }

        /** Whether any x86-64 image runs here, so that the short name may leave the vendor out. */
        boolean isX86() {
            return this == INTEL || this == AMD;
        }

        static @Nullable Vendor of(char letter) {
            return switch (letter) {
                case 'i' -> INTEL;
                case 'z' -> AMD;
                case 'a' -> ARM;
                case 'r' -> RISC_V;
                default -> null;
            };
        }
    }
}
