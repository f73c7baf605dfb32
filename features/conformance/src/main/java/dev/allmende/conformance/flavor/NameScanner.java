package dev.allmende.conformance.flavor;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Reads CPU, memory and disk of one flavor name, hands the rest to {@link ExtensionScanner}, and goes on behind what it
 * cannot read, so that one pass finds every problem. Where the right spelling is plain, it is taken as meant; if that
 * holds for all problems, the name that comes out is the suggestion.
 */
final class NameScanner {

    private final NameCursor in;

    NameScanner(String text, Dialect dialect) {
        in = new NameCursor(text, dialect);
    }

    Parse scan() {
        var cpu = cpu();
        notation();
        var ram = ram();
        var disk = disk();
        var name = new ExtensionScanner(in).read(cpu, ram, disk);
        return in.outcome(name);
    }

    private Cpu cpu() {
        var start = in.at;
        var count = in.number();
        if (count < 1) {
            in.wrong(Part.CPU, start, in.at, "a number of vCPUs, 1 or more");
            count = 1;
        }
        var insecure = false;
        if (in.peek() == 'i' && Cpu.Type.of(Character.toUpperCase(in.peek(1))) != null) {
            insecure = true;
            in.fixable(Part.CPU, in.at, in.at + 2, "'i' after the type of CPU", in.peek(1) + "i");
            in.at++;
        }
        var type = cpuType();
        if (in.peek() == 'i') {
            in.at++;
            insecure = true;
        }
        in.endOfPart(Part.CPU, "'-' and the memory");
        return new Cpu(count, type, insecure);
    }

    private Cpu.Type cpuType() {
        var type = Cpu.Type.of(in.peek());
        if (type != null) {
            in.at++;
            return type;
        }
        var meant = Cpu.Type.of(Character.toUpperCase(in.peek()));
        var wanted = "the type of CPU: C (dedicated core), T (dedicated thread), V (shared) or L (crowded)";
        if (meant == null) {
            var start = in.at;
            in.at += in.atDelimiter() ? 0 : 1;
            in.wrong(Part.CPU, start, in.at, wanted);
            return Cpu.Type.SHARED_CORE;
        }
        in.fixable(Part.CPU, in.at, in.at + 1, wanted, String.valueOf(meant.letter()));
        in.at++;
        return meant;
    }

    /** The character after the CPUs decides which version's punctuation counts from there on. */
    private void notation() {
        if (in.peek() == Notation.V1.separator()) {
            in.use(Notation.V1);
        }
    }

    private Ram ram() {
        if (!in.takeSeparator(Part.RAM)) {
            in.wrong(Part.RAM, in.at, in.at, "'-' and the memory in GiB, as in 'SCS-1V-4'");
            return new Ram(1, false, false);
        }
        var halves = halves();
        var noEcc = in.take('u');
        var oversubscribed = in.take('o');
        if (oversubscribed && !noEcc && in.peek() == 'u') {
            in.fixable(Part.RAM, in.at - 1, in.at + 1, "'u' (no ECC) before 'o' (oversubscribed)", "uo");
            in.at++;
            noEcc = true;
        }
        in.endOfPart(Part.RAM, "'-' and a disk, an extension, or the end");
        return new Ram(halves, noEcc, oversubscribed);
    }

    private int halves() {
        var start = in.at;
        var whole = in.number();
        var some = whole != NameCursor.NONE;
        var tenths = 0;
        var exact = true;
        if (in.take('.') && NameCursor.isDigit(in.peek())) {
            some = true;
            tenths = in.peek() - '0';
            in.at++;
            exact = in.onlyZeros() && tenths % 5 == 0;
        }
        if (!some || whole == NameCursor.TOO_LARGE || in.peek() == '.') {
            in.skipNumber();
            in.wrong(Part.RAM, start, in.at, "memory in GiB, as in 4 or 3.5");
            return 1;
        }
        return halves(start, Math.max(whole, 0) * 2 + (tenths >= 5 ? 1 : 0), exact);
    }

    private int halves(int start, int halves, boolean exact) {
        var wanted = "a multiple of 0.5 GiB, 0.5 or more";
        if (halves < 1) {
            in.wrong(Part.RAM, start, in.at, wanted);
            return 1;
        }
        if (!exact) {
            in.fixable(Part.RAM, start, in.at, wanted, new Ram(halves, false, false).text());
        }
        return halves;
    }

    private Optional<Disk> disk() {
        if (!in.takeSeparator(Part.DISK)) {
            return Optional.empty();
        }
        var start = in.at;
        var count = 1;
        var size = in.number();
        if (in.take('x')) {
            count = count(start, size);
            start = in.at;
            size = in.number();
        }
        size = checkedSize(start, size);
        var type = diskType();
        in.endOfPart(Part.DISK, "a type of disk (n, h, s or p), an extension, or the end");
        while (in.takeSeparator(Part.DISK)) {
            var again = in.at - 1;
            in.toDelimiter();
            in.wrong(Part.DISK, again, in.at, "one disk part only; several disks of one kind are written '2x10'");
        }
        if (size == 0) {
            return Optional.empty();
        }
        return Optional.of(new Disk(count, size > 0 ? OptionalInt.of(size) : OptionalInt.empty(), type));
    }

    private int checkedSize(int start, int size) {
        if (in.peek() == '.') {
            in.skipNumber();
            wholeSize(start, size);
        } else if (size == 0) {
            var wanted = "a size of 1 GB or more, or no disk part: then the user brings the disk";
            in.fixable(Part.DISK, start - 1, in.at, wanted, "");
        } else if (size == NameCursor.TOO_LARGE) {
            in.wrong(Part.DISK, start, in.at, "a size in GB of at most 9 digits");
        }
        return size;
    }

    private int count(int start, int count) {
        if (count > 0) {
            return count;
        }
        if (count == NameCursor.NONE) {
            if (in.dialect() == Dialect.STANDARD) {
                in.fixable(Part.DISK, start, in.at, "a number of disks before 'x'", "");
            }
        } else {
            in.wrong(Part.DISK, start, in.at - 1, "a number of disks, 1 or more");
        }
        return 1;
    }

    private void wholeSize(int start, int size) {
        var wanted = "a size in whole GB";
        if (size > 0) {
            in.fixable(Part.DISK, start, in.at, wanted, Integer.toString(size));
        } else {
            in.wrong(Part.DISK, start, in.at, wanted);
        }
    }

    private Optional<Disk.Type> diskType() {
        var type = Disk.Type.of(in.peek());
        if (type == null) {
            type = Disk.Type.of(Character.toLowerCase(in.peek()));
            if (type == null) {
                return Optional.empty();
            }
            in.fixable(
                    Part.DISK,
                    in.at,
                    in.at + 1,
                    "n (network), h (local HDD), s (local SSD) or p (local NVMe)",
                    String.valueOf(type.letter()));
        }
        in.at++;
        return type.some();
    }
}
