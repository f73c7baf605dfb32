package dev.allmende.conformance.flavor;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What an SCS flavor name promises (scs-0100, v1 to v3.3: one meaning, two notations).
 *
 * @param disk empty when the user brings the boot volume
 * @param hypervisor empty when the name promises none
 * @param hardwareVirtualization instances can run virtual machines of their own with hardware support
 * @param architecture empty for any x86-64
 */
public record FlavorName(
        Cpu cpu,
        Ram ram,
        Optional<Disk> disk,
        Optional<Hypervisor> hypervisor,
        boolean hardwareVirtualization,
        Optional<Architecture> architecture,
        Optional<Gpu> gpu,
        boolean infiniband) {

    /** The extra spec that holds the v1 notation of the name (scs-0103-v1). */
    public static final String NAME_V1 = "scs:name-v1";

    /** The extra spec that holds the v2 (and v3) notation of the name. */
    public static final String NAME_V2 = "scs:name-v2";

    public static final String CPU_TYPE = "scs:cpu-type";

    /** A flavor of CPUs and memory alone. */
    public static FlavorName of(Cpu cpu, Ram ram, Optional<Disk> disk) {
        return new FlavorName(cpu, ram, disk, Optional.empty(), false, Optional.empty(), Optional.empty(), false);
    }

    /** The name as v3 (and v2) of the standard writes it. */
    public String canonical() {
        return NamePrinter.print(this, Notation.V3);
    }

    /** The name as v1 of the standard wrote it. */
    public String v1() {
        return NamePrinter.print(this, Notation.V1);
    }

    /**
     * The promise without what users seldom choose by: hypervisor, nested virtualization, x86 vendor, generations and
     * frequencies. scs-0100 recommends to offer this name beside the long one.
     */
    public FlavorName shortened() {
        return new FlavorName(
                cpu,
                ram,
                disk,
                Optional.empty(),
                false,
                architecture
                        .filter(architecture -> !architecture.vendor().isX86())
                        .map(architecture -> new Architecture(architecture.vendor(), 0, 0)),
                gpu.map(FlavorName::shortened),
                infiniband);
    }

    // Without units the video memory would be read as their number once the h between them is gone.
    private static Gpu shortened(Gpu gpu) {
        var vram = gpu.units().isPresent() ? gpu.vramGib() : gpu.units();
        return new Gpu(gpu.passThrough(), gpu.vendor(), gpu.generation(), gpu.units(), 0, vram, 0);
    }

    /** The extra specs that say the same as the name (scs-0103-v1), in the order people write them. */
    public Map<String, String> extraSpecs() {
        var specs = new LinkedHashMap<String, String>();
        specs.put(CPU_TYPE, cpu.type().extraSpec());
        disk.ifPresent(disk -> disk.type().ifPresent(type -> {
            for (var number = 0; number < disk.count(); number++) {
                specs.put(diskType(number), type.extraSpec());
            }
        }));
        specs.put(NAME_V1, v1());
        specs.put(NAME_V2, canonical());
        return specs;
    }

    /** The extra spec that says where a disk lives; the root disk is number 0. */
    public static String diskType(int number) {
        return "scs:disk" + number + "-type";
    }

    @Override
    public String toString() {
        return canonical();
    }
}
