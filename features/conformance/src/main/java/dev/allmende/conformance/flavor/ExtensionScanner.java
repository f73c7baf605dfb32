package dev.allmende.conformance.flavor;

import java.util.Locale;
import java.util.Optional;

/** Reads the extensions of a flavor name: hypervisor, hwv, architecture, GPU, ib, each at most once, in this order. */
final class ExtensionScanner {

    private final NameCursor in;
    private Part last = Part.DISK;
    private Optional<Hypervisor> hypervisor = Optional.empty();
    private boolean hardwareVirtualization;
    private Optional<Architecture> architecture = Optional.empty();
    private Optional<Gpu> gpu = Optional.empty();
    private boolean infiniband;

    ExtensionScanner(NameCursor in) {
        this.in = in;
    }

    FlavorName read(Cpu cpu, Ram ram, Optional<Disk> disk) {
        while (in.at < in.end) {
            extensionMark();
            one();
        }
        return new FlavorName(cpu, ram, disk, hypervisor, hardwareVirtualization, architecture, gpu, infiniband);
    }

    private void extensionMark() {
        if (!in.take(in.notation().extension())) {
            var mark = String.valueOf(in.notation().extension());
            in.fixable(Part.EXTENSION, in.at, in.at + 1, "'" + mark + "' before an extension", mark);
            in.at++;
        }
    }

    private void one() {
        var start = in.at;
        var c = in.peek();
        if (c == 'i' && in.peek(1) == 'b') {
            in.at += 2;
            infiniband = inPlace(Part.INFINIBAND, start, infiniband);
        } else if (c == 'h' && in.peek(1) == 'w' && in.peek(2) == 'v') {
            in.at += 3;
            hardwareVirtualization = inPlace(Part.HARDWARE_VIRTUALIZATION, start, hardwareVirtualization);
        } else if ((c == 'g' || c == 'G') && Gpu.Vendor.of(in.peek(1)) != null) {
            var before = gpu.isPresent();
            gpu = new GpuScanner(in).read();
            inPlace(Part.GPU, start, before);
        } else if (!hypervisor(c, start) && !architecture(c, start)) {
            unknown(start);
        }
        in.endOfPart(last, "the next extension or the end");
    }

    private boolean hypervisor(char c, int start) {
        var found = Hypervisor.of(c, in.peek(1), in.peek(2));
        if (found == null) {
            return false;
        }
        in.at += 3;
        inPlace(Part.HYPERVISOR, start, hypervisor.isPresent());
        if (found == Hypervisor.CLOUD_HYPERVISOR && in.notation() == Notation.V1) {
            in.fixable(
                    Part.HYPERVISOR, start, in.at, "a hypervisor of v1: kvm, xen, vmw, hyv or bms; chy needs v3", "");
        }
        hypervisor = found.some();
        return true;
    }

    private boolean architecture(char c, int start) {
        var vendor = Architecture.Vendor.of(c);
        var next = in.peek(1);
        if (vendor == null || !(next == ' ' || next == 'h' || NameCursor.isDigit(next) || NameCursor.delimits(next))) {
            return false;
        }
        in.at++;
        var generation = in.number();
        if (generation > vendor.newest() || generation == NameCursor.TOO_LARGE) {
            in.wrong(
                    Part.ARCHITECTURE,
                    start + 1,
                    in.at,
                    vendor.newest() == 0
                            ? "no generation: the standard names none of " + vendor.title() + " yet"
                            : "a generation of " + vendor.title() + ", 0 to " + vendor.newest());
            generation = 0;
        }
        var frequency = in.runOfH();
        if (frequency > Architecture.MAX_FREQUENCY) {
            in.fixable(Part.ARCHITECTURE, in.at - frequency, in.at, "at most three 'h'", "hhh");
            frequency = Architecture.MAX_FREQUENCY;
        }
        inPlace(Part.ARCHITECTURE, start, architecture.isPresent());
        architecture = Optional.of(new Architecture(vendor, Math.max(generation, 0), frequency));
        return true;
    }

    /** Checks that a part comes once and after those before it; true, for the flags. */
    private boolean inPlace(Part part, int start, boolean before) {
        if (before) {
            in.wrong(part, start, in.at, "each extension once");
        } else if (part.compareTo(last) > 0) {
            last = part;
        } else {
            in.misplaced(part, start, in.at, part.title() + " before " + last.title());
        }
        return true;
    }

    private void unknown(int start) {
        var allowed = allowedHere();
        in.toDelimiter();
        var lower = in.text.substring(start, in.at).toLowerCase(Locale.ROOT);
        switch (lower) {
            case "ib" -> infiniband = inPlace(Part.INFINIBAND, start, infiniband);
            case "hwv" -> hardwareVirtualization = inPlace(Part.HARDWARE_VIRTUALIZATION, start, hardwareVirtualization);
            case "kvm", "chy", "xen", "vmw", "hyv", "bms" -> {
                inPlace(Part.HYPERVISOR, start, hypervisor.isPresent());
                hypervisor = Optional.ofNullable(Hypervisor.of(lower.charAt(0), lower.charAt(1), lower.charAt(2)));
            }
            default -> {
                in.wrong(Part.EXTENSION, start, in.at, allowed);
                return;
            }
        }
        in.fixable(Part.EXTENSION, start, in.at, "lower case", lower);
    }

    private String allowedHere() {
        var allowed = new StringBuilder();
        if (last.compareTo(Part.HYPERVISOR) < 0) {
            allowed.append("a hypervisor (kvm, chy, xen, vmw, hyv, bms), ");
        }
        if (last.compareTo(Part.HARDWARE_VIRTUALIZATION) < 0) {
            allowed.append("hwv, ");
        }
        if (last.compareTo(Part.ARCHITECTURE) < 0) {
            allowed.append("an architecture (i, z, a or r, as in z3h), ");
        }
        if (last.compareTo(Part.GPU) < 0) {
            allowed.append("a GPU (as in GNa-14), ");
        }
        if (last.compareTo(Part.INFINIBAND) < 0) {
            allowed.append("ib");
        }
        return allowed.isEmpty() ? "the end" : allowed.toString();
    }
}
