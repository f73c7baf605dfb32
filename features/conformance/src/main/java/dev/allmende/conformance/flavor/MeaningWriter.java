package dev.allmende.conformance.flavor;

import java.util.ArrayList;
import java.util.List;

/** Puts the parts of a flavor name into words. */
final class MeaningWriter {

    private static final List<String> FREQUENCIES =
            List.of("", "more than 2.75 GHz", "more than 3.25 GHz", "more than 3.75 GHz");

    private final FlavorName name;
    private final List<Meaning.Line> lines = new ArrayList<>();
    private final List<String> has = new ArrayList<>();

    MeaningWriter(FlavorName name) {
        this.name = name;
    }

    Meaning write() {
        cpu(name.cpu());
        ram(name.ram());
        name.disk().ifPresentOrElse(this::disk, this::noDisk);
        name.hypervisor().ifPresent(this::hypervisor);
        if (name.hardwareVirtualization()) {
            line(Part.HARDWARE_VIRTUALIZATION, "hwv", "instances can run virtual machines with hardware support");
            has.add("nested virtualization");
        }
        name.architecture().ifPresentOrElse(this::architecture, this::anyArchitecture);
        name.gpu().ifPresent(this::gpu);
        if (name.infiniband()) {
            line(Part.INFINIBAND, "ib", "InfiniBand network");
            has.add("InfiniBand");
        }
        return new Meaning(lines, "An instance has " + Meaning.enumerate(has) + ".");
    }

    private void line(Part part, String code, String text) {
        lines.add(new Meaning.Line(part, code, text));
    }

    private void cpu(Cpu cpu) {
        var one = cpu.count() == 1;
        var what = cpu.count()
                + switch (cpu.type()) {
                    case CROWDED_CORE -> one ? " crowded vCPU" : " crowded vCPUs";
                    case SHARED_CORE -> one ? " shared vCPU" : " shared vCPUs";
                    case DEDICATED_THREAD -> one ? " dedicated thread" : " dedicated threads";
                    case DEDICATED_CORE -> one ? " dedicated core" : " dedicated cores";
                };
        var promise = switch (cpu.type()) {
            case CROWDED_CORE -> ": heavily oversubscribed, no performance promised";
            case SHARED_CORE -> ": oversubscribed, at least 20 % of a core in more than 99 % of the time";
            case DEDICATED_THREAD -> ": a hardware thread (SMT) of its own for each vCPU";
            case DEDICATED_CORE -> ": a whole core of its own for each vCPU";
        };
        var insecure = "microcode or mitigations may be missing";
        line(
                Part.CPU,
                "" + cpu.count() + cpu.type().letter() + (cpu.insecure() ? "i" : ""),
                what + promise + (cpu.insecure() ? "; insecure: " + insecure : ""));
        has.add(what + (cpu.insecure() ? " (insecure)" : ""));
    }

    private void ram(Ram ram) {
        var traits = new ArrayList<String>();
        if (ram.noEcc()) {
            traits.add("no ECC");
        }
        if (ram.oversubscribed()) {
            traits.add("oversubscribed");
        }
        var what = ram.text() + " GiB of memory" + (traits.isEmpty() ? "" : " (" + String.join(", ", traits) + ")");
        line(Part.RAM, ram.text() + (ram.noEcc() ? "u" : "") + (ram.oversubscribed() ? "o" : ""), what);
        has.add(what);
    }

    private void disk(Disk disk) {
        var type = disk.type()
                .map(some -> switch (some) {
                    case NETWORK -> " on network storage";
                    case HDD -> " on a local hard disk";
                    case SSD -> " on a local SSD";
                    case NVME -> " on a local NVMe drive";
                })
                .orElse("");
        var many = disk.count() > 1;
        var number = many ? disk.count() + " disks" : "a disk";
        var size = disk.sizeGb().isPresent()
                ? " of " + disk.sizeGb().getAsInt() + " GB" + (many ? " each" : "")
                : " of a size the cloud picks to fit the image";
        var code = NamePrinter.disk(disk);
        line(Part.DISK, code.isEmpty() ? "-" : code, number + size + (type.isEmpty() ? ", of any type" : type));
        has.add(number + size + type);
    }

    private void noDisk() {
        line(Part.DISK, "", "no disk: you bring a boot volume");
        has.add("no disk of its own (it boots from a volume)");
    }

    private void hypervisor(Hypervisor hypervisor) {
        line(Part.HYPERVISOR, hypervisor.code(), hypervisor.title());
        has.add(hypervisor == Hypervisor.BARE_METAL ? "bare metal" : "the hypervisor " + hypervisor.title());
    }

    private void anyArchitecture() {
        line(Part.ARCHITECTURE, "", "any x86-64 CPU; images of architecture x86_64");
    }

    private void architecture(Architecture architecture) {
        var vendor = architecture.vendor();
        var generation = architecture.generation() == 0 ? "" : ", " + vendor.generation(architecture.generation());
        var frequency = FREQUENCIES.get(architecture.frequency());
        var text = vendor.title()
                + (generation.isEmpty() ? ", generation " + vendor.generation(0) : generation)
                + (frequency.isEmpty() ? "" : ", " + frequency + " on all cores");
        line(
                Part.ARCHITECTURE,
                NamePrinter.architecture(architecture),
                text + "; images of architecture " + vendor.imageArchitecture());
        has.add((vendor == Architecture.Vendor.RISC_V ? "a " : "an ") + vendor.title() + " CPU"
                + (generation.isEmpty() ? "" : " (" + vendor.generation(architecture.generation()) + ")")
                + (frequency.isEmpty() ? "" : " with " + frequency));
    }

    private void gpu(Gpu gpu) {
        var model = gpu.vendor().title()
                + (gpu.generation().isEmpty()
                        ? ""
                        : " " + gpu.vendor().generations().get(gpu.generation()));
        var what = (gpu.passThrough() ? "a whole GPU (pass-through), " : "a share of a GPU (vGPU), ") + model;
        var details = new ArrayList<String>();
        gpu.units().ifPresent(units -> details.add(units + " " + gpu.vendor().units()));
        if (gpu.clock() > 0) {
            details.add(gpu.clock() == 1 ? "high clock" : "very high clock");
        }
        gpu.vramGib().ifPresent(vram -> details.add(vram + " GiB of video memory"));
        if (gpu.bandwidth() > 0) {
            details.add(gpu.bandwidth() == 1 ? "high memory bandwidth" : "very high memory bandwidth");
        }
        var text = details.isEmpty() ? what : what + ", " + String.join(", ", details);
        line(Part.GPU, NamePrinter.gpu(gpu), text);
        has.add(details.isEmpty() ? what : what + " (" + String.join(", ", details) + ")");
    }
}
