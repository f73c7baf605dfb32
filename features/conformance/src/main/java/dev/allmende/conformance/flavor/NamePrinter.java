package dev.allmende.conformance.flavor;

import java.util.function.Consumer;

/** Writes a flavor name. */
final class NamePrinter {

    private final StringBuilder out = new StringBuilder(32);
    private final char separator;
    private final char extension;

    private NamePrinter(Notation notation) {
        separator = notation.separator();
        extension = notation.extension();
    }

    static String print(FlavorName name, Notation notation) {
        var printer = new NamePrinter(notation);
        printer.out.append(FlavorNames.PREFIX);
        printer.cpu(name.cpu());
        printer.ram(name.ram());
        name.disk().ifPresent(printer::writeDisk);
        name.hypervisor().ifPresent(hypervisor -> printer.extension(hypervisor.code()));
        if (name.hardwareVirtualization()) {
            printer.extension("hwv");
        }
        name.architecture().ifPresent(printer::writeArchitecture);
        name.gpu().ifPresent(printer::writeGpu);
        if (name.infiniband()) {
            printer.extension("ib");
        }
        return printer.out.toString();
    }

    /** The disk part alone, without what stands before it. */
    static String disk(Disk disk) {
        return part(printer -> printer.writeDisk(disk));
    }

    static String architecture(Architecture architecture) {
        return part(printer -> printer.writeArchitecture(architecture));
    }

    static String gpu(Gpu gpu) {
        return part(printer -> printer.writeGpu(gpu));
    }

    private static String part(Consumer<NamePrinter> writer) {
        var printer = new NamePrinter(Notation.V3);
        writer.accept(printer);
        return printer.out.substring(1);
    }

    private void cpu(Cpu cpu) {
        out.append(cpu.count()).append(cpu.type().letter()).append(cpu.insecure() ? "i" : "");
    }

    private void ram(Ram ram) {
        out.append(separator).append(ram.text()).append(ram.noEcc() ? "u" : "").append(ram.oversubscribed() ? "o" : "");
    }

    private void writeDisk(Disk disk) {
        out.append(separator);
        if (disk.count() > 1) {
            out.append(disk.count()).append('x');
        }
        disk.sizeGb().ifPresent(out::append);
        disk.type().ifPresent(type -> out.append(type.letter()));
    }

    private void writeArchitecture(Architecture architecture) {
        out.append(extension).append(architecture.vendor().letter());
        if (architecture.generation() > 0) {
            out.append(architecture.generation());
        }
        out.repeat("h", architecture.frequency());
    }

    private void writeGpu(Gpu gpu) {
        out.append(extension)
                .append(gpu.passThrough() ? 'G' : 'g')
                .append(gpu.vendor().letter());
        out.append(gpu.generation());
        gpu.units().ifPresent(units -> out.append(separator).append(units));
        out.repeat("h", gpu.clock());
        gpu.vramGib().ifPresent(vram -> out.append(separator).append(vram));
        out.repeat("h", gpu.bandwidth());
    }

    private void extension(String code) {
        out.append(extension).append(code);
    }
}
