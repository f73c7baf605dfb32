package dev.allmende.conformance.flavor;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads the GPU extension: {@code GNa-14h-6hh}. Its vendor letter has been looked at already. */
final class GpuScanner {

    private final NameCursor in;

    GpuScanner(NameCursor in) {
        this.in = in;
    }

    Optional<Gpu> read() {
        var passThrough = in.peek() == 'G';
        var vendor = Objects.requireNonNull(Gpu.Vendor.of(in.peek(1)));
        in.at += 2;
        var generation = generation(vendor);
        var units = number("a number of " + vendor.units() + ", 1 or more");
        var clock = runOfH();
        var vram = number("video memory in GiB, 1 or more");
        var bandwidth = vram.isPresent() ? runOfH() : 0;
        if (vram.isPresent() && units.isEmpty() && clock == 0) {
            // only after a wrong number of units, which has been noted
            return Optional.of(new Gpu(passThrough, vendor, generation, units, 0, OptionalInt.empty(), 0));
        }
        return Optional.of(new Gpu(passThrough, vendor, generation, units, clock, vram, bandwidth));
    }

    private String generation(Gpu.Vendor vendor) {
        var start = in.at;
        while (in.peek() != 'h' && !in.atDelimiter()) {
            in.at++;
        }
        if (in.dialect() == Dialect.UPSTREAM
                && in.at < in.end
                && in.peek() == in.notation().extension()) {
            in.wrong(
                    Part.GPU,
                    in.at,
                    in.end,
                    "a number of units: upstream's parser takes no extension right after a GPU");
        }
        if (in.at == start) {
            return "";
        }
        var generation = vendor.generationAt(in.text, start, in.at);
        if (generation == null) {
            var known = String.join(", ", vendor.generations().keySet());
            in.wrong(Part.GPU, start, in.at, "a generation of " + vendor.title() + ": " + known);
            return "";
        }
        return generation;
    }

    private OptionalInt number(String wanted) {
        if (in.peek() != in.notation().separator()) {
            return OptionalInt.empty();
        }
        var start = in.at;
        in.at++;
        var number = in.number();
        if (number > 0) {
            return OptionalInt.of(number);
        }
        in.wrong(Part.GPU, number == NameCursor.NONE ? start : start + 1, in.at, wanted);
        return OptionalInt.empty();
    }

    private int runOfH() {
        var count = in.runOfH();
        if (count > Gpu.MAX_H) {
            in.fixable(Part.GPU, in.at - count, in.at, "at most two 'h'", "hh");
        }
        return Math.min(count, Gpu.MAX_H);
    }
}
