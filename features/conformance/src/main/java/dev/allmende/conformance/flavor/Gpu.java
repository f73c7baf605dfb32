package dev.allmende.conformance.flavor;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The GPU extension of a flavor name (scs-0100-v3.3, "GPU support").
 *
 * @param passThrough a whole device ({@code G}) or a share of one ({@code g})
 * @param generation a key of {@link Vendor#generations()}; empty when the name promises none
 * @param units processing units: SMs of Nvidia, CUs of AMD, EUs of Intel
 * @param clock number of {@code h} after the units, 0 to 2
 * @param vramGib video memory in GiB, rounded down
 * @param bandwidth number of {@code h} after the video memory, 0 to 2
 */
public record Gpu(
        boolean passThrough,
        Vendor vendor,
        String generation,
        OptionalInt units,
        int clock,
        OptionalInt vramGib,
        int bandwidth) {

    static final int MAX_H = 2;

    public Gpu {
        if (!generation.isEmpty() && !vendor.generations().containsKey(generation)) {
            throw new IllegalArgumentException("GPU generation of " + vendor.title() + " must be one of "
                    + vendor.generations().keySet() + ", was '" + generation + "'");
        }
        positive("number of GPU units", units);
        positive("video memory", vramGib);
        if (clock < 0 || clock > MAX_H || bandwidth < 0 || bandwidth > MAX_H) {
            throw new IllegalArgumentException("clock and bandwidth of a GPU must be 0 to 2 times h");
        }
        if (vramGib.isPresent() && units.isEmpty() && clock == 0) {
            throw new IllegalArgumentException(
                    "video memory needs the number of GPU units before it: the first number of a GPU counts units");
        }
        if (bandwidth > 0 && vramGib.isEmpty()) {
            throw new IllegalArgumentException("bandwidth of a GPU can be named only after its video memory");
        }
    }

    private static void positive(String what, OptionalInt value) {
        if (value.isPresent() && value.getAsInt() < 1) {
            throw new IllegalArgumentException(what + " must be 1 or more, was " + value.getAsInt());
        }
    }

    /** Vendor with what it calls its units, and its generations by code. */
    public enum Vendor {
        NVIDIA(
                'N',
                "Nvidia",
                "streaming multiprocessors",
                "f",
                "Fermi",
                "k",
                "Kepler",
                "m",
                "Maxwell",
                "p",
                "Pascal",
                "v",
                "Volta",
                "t",
                "Turing",
                "a",
                "Ampere",
                "l",
                "Ada Lovelace",
                "g",
                "Grace Hopper",
                "b",
                "Blackwell",
                "u",
                "Blackwell Ultra"),
        AMD(
                'A',
                "AMD",
                "compute units",
                "0.4",
                "GCN 4 / Polaris",
                "0.5",
                "GCN 5 / Vega",
                "1",
                "CDNA 1",
                "1.1",
                "RDNA 1",
                "2",
                "CDNA 2",
                "2.1",
                "RDNA 2",
                "3",
                "CDNA 3",
                "3.1",
                "RDNA 3",
                "3.5",
                "RDNA 3.5",
                "4",
                "CDNA 4",
                "4.1",
                "RDNA 4",
                "5.1",
                "RDNA 5"),
        INTEL(
                'I',
                "Intel",
                "execution units",
                "0.9",
                "Gen 9 / Skylake",
                "0.95",
                "Gen 9.5 / Kaby Lake",
                "1",
                "Xe 1 / DG1",
                "2",
                "Xe 2",
                "3",
                "Arc / DG2",
                "4",
                "generation 4");

        private final char letter;
        private final String title;
        private final String units;
        private final Map<String, String> generations = new LinkedHashMap<>();

        Vendor(char letter, String title, String units, String... codesAndNames) {
            this.letter = letter;
            this.title = title;
            this.units = units;
            for (var i = 0; i < codesAndNames.length; i += 2) {
                generations.put(codesAndNames[i], codesAndNames[i + 1]);
            }
        }

        public char letter() {
            return letter;
        }

        public String title() {
            return title;
        }

        public String units() {
            return units;
        }

        /** Names of the generations by their code, oldest first. */
        public Map<String, String> generations() {
            return java.util.Collections.unmodifiableMap(generations);
        }

        /** The generation's code at this place of a name, as a constant; null when there is none of that spelling. */
        @Nullable
        String generationAt(String text, int start, int end) {
            for (var code : generations.keySet()) {
                if (code.length() == end - start && text.startsWith(code, start)) {
                    return code;
                }
            }
            return null;
        }

        static @Nullable Vendor of(char letter) {
            return switch (letter) {
                case 'N' -> NVIDIA;
                case 'A' -> AMD;
                case 'I' -> INTEL;
                default -> null;
            };
        }
    }
}
