package dev.allmende.conformance.flavor;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/** A flavor that every SCS cloud must or should have (scs-0103-v1.2). All it says follows from its name. */
public record StandardFlavor(FlavorName name, Level level) {

    /** How much the standard wants it. */
    public enum Level {
        MANDATORY,
        RECOMMENDED;

        public String title() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The id of upstream's test case for it. */
    public String testCaseId() {
        return "scs-0103-flavor-"
                + name.canonical().substring(FlavorNames.PREFIX.length()).toLowerCase(Locale.ROOT);
    }

    public int vcpus() {
        return name.cpu().count();
    }

    public long ramMib() {
        return name.ram().mib();
    }

    /** Root disk in GB, 0 for none. */
    public int diskGb() {
        return name.disk().map(Disk::sizeGb).orElse(OptionalInt.empty()).orElse(0);
    }

    /** Whether the standard lets the provider choose the type of disk, as long as the flavor says which. */
    public boolean anyDiskType() {
        return name.disk().isPresent() && name.disk().get().type().isEmpty();
    }

    /** Extra specs with the value each must have; for a disk of any type, network storage. */
    public Map<String, String> extraSpecs() {
        var specs = new LinkedHashMap<String, String>();
        specs.put(FlavorName.CPU_TYPE, name.cpu().type().extraSpec());
        if (anyDiskType()) {
            specs.put(FlavorName.diskType(0), Disk.Type.NETWORK.extraSpec());
        }
        name.extraSpecs().forEach(specs::putIfAbsent);
        return specs;
    }
}
