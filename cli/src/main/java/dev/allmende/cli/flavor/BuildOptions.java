package dev.allmende.cli.flavor;

import dev.allmende.conformance.flavor.Architecture;
import dev.allmende.conformance.flavor.Cpu;
import dev.allmende.conformance.flavor.Disk;
import dev.allmende.conformance.flavor.FlavorName;
import dev.allmende.conformance.flavor.Gpu;
import dev.allmende.conformance.flavor.Hypervisor;
import dev.allmende.conformance.flavor.Ram;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The parts of a flavor as options. */
final class BuildOptions {

    @Option(names = "--cpus", required = true, paramLabel = "N", description = "Number of vCPUs.")
    private int cpus;

    @Option(
            names = "--cpu-type",
            paramLabel = "TYPE",
            defaultValue = "V",
            description = "C dedicated-core, T dedicated-thread, V shared-core (default), L crowded-core.",
            converter = Words.CpuType.class)
    private Cpu.Type cpuType = Cpu.Type.SHARED_CORE;

    @Option(names = "--insecure", description = "Microcode or mitigations may come late or never.")
    private boolean insecure;

    @Option(
            names = "--ram",
            required = true,
            paramLabel = "GIB",
            description = "Memory in GiB; halves are allowed.",
            converter = Words.Gib.class)
    private BigDecimal ram = BigDecimal.ZERO;

    @Option(names = "--no-ecc", description = "Memory without error correction.")
    private boolean noEcc;

    @Option(names = "--ram-oversubscribed", description = "The host promises more memory than it has.")
    private boolean ramOversubscribed;

    @Option(
            names = "--disk",
            paramLabel = "GB",
            description = "Size of the disk in GB, or auto: the cloud picks it. Without this the user brings a volume.")
    private @Nullable String disk;

    @Option(names = "--disks", paramLabel = "N", defaultValue = "1", description = "Number of such disks (default 1).")
    private int disks = 1;

    @Option(
            names = "--disk-type",
            paramLabel = "TYPE",
            description = "n network, h hdd, s ssd or p nvme.",
            converter = Words.DiskType.class)
    private Disk.@Nullable Type diskType;

    @Option(
            names = "--hypervisor",
            paramLabel = "CODE",
            description = "kvm, chy, xen, vmw, hyv or bms (bare metal).",
            converter = Words.HypervisorCode.class)
    private @Nullable Hypervisor hypervisor;

    @Option(names = "--hwv", description = "Instances can run virtual machines with hardware support.")
    private boolean hwv;

    @Option(
            names = "--arch",
            paramLabel = "VENDOR",
            description = "i intel, z amd, a arm or r risc-v; without it any x86-64.",
            converter = Words.ArchVendor.class)
    private Architecture.@Nullable Vendor arch;

    @Option(names = "--generation", paramLabel = "N", defaultValue = "0", description = "Generation of the CPU.")
    private int generation;

    @Option(
            names = "--frequency",
            paramLabel = "N",
            defaultValue = "0",
            description = "1 above 2.75, 2 above 3.25, 3 above 3.75 GHz on all cores.")
    private int frequency;

    @Option(
            names = "--gpu",
            paramLabel = "VENDOR",
            description = "N nvidia, A amd or I intel.",
            converter = Words.GpuVendor.class)
    private Gpu.@Nullable Vendor gpu;

    @Option(names = "--vgpu", description = "A share of the GPU instead of the whole device.")
    private boolean vgpu;

    @Option(
            names = "--gpu-generation",
            paramLabel = "CODE",
            defaultValue = "",
            description = "As in names: a, 3.1, 0.9.")
    private String gpuGeneration = "";

    @Option(names = "--gpu-units", paramLabel = "N", description = "SMs of Nvidia, CUs of AMD, EUs of Intel.")
    private @Nullable Integer gpuUnits;

    @Option(names = "--gpu-clock", paramLabel = "N", defaultValue = "0", description = "1 high, 2 very high.")
    private int gpuClock;

    @Option(names = "--gpu-vram", paramLabel = "GIB", description = "Video memory in GiB.")
    private @Nullable Integer gpuVram;

    @Option(names = "--gpu-bandwidth", paramLabel = "N", defaultValue = "0", description = "1 high, 2 very high.")
    private int gpuBandwidth;

    @Option(names = "--ib", description = "InfiniBand.")
    private boolean infiniband;

    /** @throws IllegalArgumentException when the parts do not make a name; says which and why */
    FlavorName name() {
        return new FlavorName(
                new Cpu(cpus, cpuType, insecure),
                new Ram(halves(), noEcc, ramOversubscribed),
                disk(),
                Optional.ofNullable(hypervisor),
                hwv,
                architecture(),
                gpu(),
                infiniband);
    }

    private int halves() {
        try {
            return ram.multiply(BigDecimal.TWO).intValueExact();
        } catch (ArithmeticException uneven) {
            throw new IllegalArgumentException("--ram must be a multiple of 0.5 GiB, was " + ram, uneven);
        }
    }

    private Optional<Disk> disk() {
        if (disk == null) {
            if (diskType != null || disks != 1) {
                throw new IllegalArgumentException("--disk-type and --disks need --disk: a size in GB, or auto");
            }
            return Optional.empty();
        }
        return Optional.of(new Disk(disks, diskSize(disk), Optional.ofNullable(diskType)));
    }

    private static OptionalInt diskSize(String disk) {
        try {
            return disk.equals("auto") ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(disk));
        } catch (NumberFormatException wrong) {
            throw new IllegalArgumentException("--disk must be a size in whole GB, or auto, was '" + disk + "'", wrong);
        }
    }

    private Optional<Architecture> architecture() {
        if (arch == null) {
            if (generation != 0 || frequency != 0) {
                throw new IllegalArgumentException("--generation and --frequency need --arch");
            }
            return Optional.empty();
        }
        return Optional.of(new Architecture(arch, generation, frequency));
    }

    private Optional<Gpu> gpu() {
        if (gpu == null) {
            var details = vgpu || !gpuGeneration.isEmpty() || gpuUnits != null || gpuVram != null;
            if (details || gpuClock != 0 || gpuBandwidth != 0) {
                throw new IllegalArgumentException("--vgpu and --gpu-... need --gpu");
            }
            return Optional.empty();
        }
        return Optional.of(
                new Gpu(!vgpu, gpu, gpuGeneration, optional(gpuUnits), gpuClock, optional(gpuVram), gpuBandwidth));
    }

    private static OptionalInt optional(@Nullable Integer value) {
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }
}
