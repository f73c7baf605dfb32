package dev.allmende.conformance.flavor;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The hypervisor extension of a flavor name (scs-0100-v3, "Hypervisor"). */
public enum Hypervisor {
    KVM("kvm", "KVM"),
    CLOUD_HYPERVISOR("chy", "Cloud Hypervisor"),
    XEN("xen", "Xen"),
    VMWARE("vmw", "VMware"),
    HYPER_V("hyv", "Hyper-V"),
    BARE_METAL("bms", "bare metal, no hypervisor");

    private final String code;
    private final String title;
    private final Optional<Hypervisor> some = Optional.of(this);

    Hypervisor(String code, String title) {
        this.code = code;
        this.title = title;
    }

    /** The three letters in a name. */
    public String code() {
        return code;
    }

    public String title() {
        return title;
    }

    /** This one, ready made: the parser is a hot path. */
    Optional<Hypervisor> some() {
        return some;
    }

    static @Nullable Hypervisor of(char first, char second, char third) {
        return switch (first) {
            case 'k' -> second == 'v' && third == 'm' ? KVM : null;
            case 'c' -> second == 'h' && third == 'y' ? CLOUD_HYPERVISOR : null;
            case 'x' -> second == 'e' && third == 'n' ? XEN : null;
            case 'v' -> second == 'm' && third == 'w' ? VMWARE : null;
            case 'h' -> second == 'y' && third == 'v' ? HYPER_V : null;
            case 'b' -> second == 'm' && third == 's' ? BARE_METAL : null;
            default -> null;
        };
    }
}
