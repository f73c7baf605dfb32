package dev.allmende.conformance.flavor;

/** The parts of a flavor name, in their order. */
public enum Part {
    PREFIX("prefix", "naming-policy-compliance"),
    CPU("CPU", "required-cpu-suffixes"),
    RAM("memory", "required-memory"),
    DISK("disk", "optional-disk-sizes-and-types"),
    HYPERVISOR("hypervisor", "optional-hypervisor"),
    HARDWARE_VIRTUALIZATION("hardware virtualization", "optional-hardware-virtualization--nested-virtualization"),
    ARCHITECTURE("CPU architecture", "optional-cpu-architecture-details"),
    GPU("GPU", "optional-gpu-support"),
    INFINIBAND("InfiniBand", "optional-infiniband"),
    /** An extension that is none of the above. */
    EXTENSION("extension", "extensions");

    private static final String STANDARD = "https://docs.scs.community/standards/scs-0100-v3-flavor-naming";

    private final String title;
    private final String anchor;

    Part(String title, String anchor) {
        this.title = title;
        this.anchor = anchor;
    }

    public String title() {
        return title;
    }

    /** The section of scs-0100-v3 that defines this part. */
    public String clause() {
        return STANDARD + "#" + anchor;
    }
}
