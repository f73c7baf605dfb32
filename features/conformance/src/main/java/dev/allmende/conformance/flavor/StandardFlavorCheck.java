package dev.allmende.conformance.flavor;

import dev.allmende.conformance.testcase.Finding;
import dev.allmende.conformance.testcase.Finding.Severity;
import dev.allmende.conformance.testcase.Judgement;
import dev.allmende.conformance.testcase.Mode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** scs-0103-flavor-*: one standard flavor exists, is exactly as large as it should be and says so in its extra specs. */
final class StandardFlavorCheck {

    static final String STANDARD = "https://docs.scs.community/standards/scs-0103-v1-standard-flavors";

    private static final String GUARANTEES = STANDARD + "#guarantees-and-properties";

    private final StandardFlavor wanted;
    private final String name;
    private final Mode mode;

    StandardFlavorCheck(StandardFlavor wanted, Mode mode) {
        this.wanted = wanted;
        this.name = wanted.name().canonical();
        this.mode = mode;
    }

    Judgement judge(List<Flavor> flavors) {
        return candidates(flavors)
                .map(this::findings)
                .min(Comparator.comparingInt(List::size))
                .map(findings -> Judgement.of(
                        findings, name + " is there and exact", "the flavor for " + name + " is not exact"))
                .orElseGet(this::missing);
    }

    private Stream<Flavor> candidates(List<Flavor> flavors) {
        return switch (mode) {
            case UPSTREAM -> asUpstream(flavors).stream();
            case STRICT -> flavors.stream().filter(this::bearsTheName);
        };
    }

    /** The last flavor with the name as extra spec; without one, the first that is called so. */
    private Optional<Flavor> asUpstream(List<Flavor> flavors) {
        return flavors.reversed().stream()
                .filter(flavor -> flavor.extraSpec(FlavorName.NAME_V2).equals(Optional.of(name)))
                .findFirst()
                .or(() -> flavors.stream()
                        .filter(flavor -> flavor.name().equals(name))
                        .findFirst());
    }

    /** Names are only recommended (scs-0103 v1.1): any name variant counts. */
    private boolean bearsTheName(Flavor flavor) {
        return flavor.name().equals(name) || ScsExtraSpecs.nameVariants(flavor).containsValue(name);
    }

    private Judgement missing() {
        var finding = new Finding(
                Severity.ERROR,
                "flavor " + name,
                "no flavor of this name, nor with this name in its extra specs",
                "a flavor of " + wanted.vcpus() + (wanted.vcpus() == 1 ? " vCPU, " : " vCPUs, ") + wanted.ramMib()
                        + " MiB of memory and "
                        + (wanted.diskGb() == 0 ? "no disk" : "a disk of " + wanted.diskGb() + " GB"),
                FlavorCommands.create(wanted),
                Optional.of(STANDARD + "#" + wanted.level().title()));
        return Judgement.of(List.of(finding), "", "no flavor " + name);
    }

    private List<Finding> findings(Flavor flavor) {
        var findings = new ArrayList<Finding>();
        size(findings, flavor, "vCPUs", flavor.vcpus(), wanted.vcpus());
        size(findings, flavor, "MiB of memory", flavor.ramMib(), wanted.ramMib());
        size(findings, flavor, "GB of root disk", flavor.diskGb(), wanted.diskGb());
        wanted.extraSpecs().forEach((key, value) -> extraSpec(findings, flavor, key, value));
        if (mode == Mode.STRICT && wanted.name().disk().isEmpty()) {
            noDiskType(findings, flavor);
        }
        if (!flavor.isPublic() || flavor.disabled()) {
            findings.add(new Finding(
                    Severity.WARNING,
                    flavor.item(),
                    flavor.disabled() ? "disabled" : "not public",
                    "a flavor that every project can use",
                    FlavorCommands.rename(flavor, flavor.name()),
                    Optional.of(STANDARD + "#standard-scs-flavors")));
        }
        return findings;
    }

    private void size(List<Finding> findings, Flavor flavor, String unit, int found, long exact) {
        if (found != exact) {
            var remedy = FlavorCommands.replace(flavor, flavor.name(), FlavorCommands.Size.of(wanted.name()));
            findings.add(error(flavor, found + " " + unit, "exactly " + exact, remedy));
        }
    }

    private void extraSpec(List<Finding> findings, Flavor flavor, String key, String value) {
        var found = flavor.extraSpec(key);
        var any = mode == Mode.STRICT && wanted.anyDiskType() && key.equals(FlavorName.diskType(0));
        if (any ? found.filter(ScsExtraSpecs.DISK_TYPES::contains).isPresent() : found.equals(Optional.of(value))) {
            return;
        }
        var set = new LinkedHashMap<String, String>();
        set.put(key, value);
        findings.add(error(
                flavor,
                found.map(text -> key + "=" + text).orElse("no extra spec " + key),
                key + "=" + (any ? String.join("|", ScsExtraSpecs.DISK_TYPES) : value),
                FlavorCommands.set(flavor.name(), set)));
    }

    private void noDiskType(List<Finding> findings, Flavor flavor) {
        var key = FlavorName.diskType(0);
        flavor.extraSpec(key)
                .ifPresent(type -> findings.add(error(
                        flavor,
                        key + "=" + type,
                        "no " + key + " on a flavor without a disk",
                        FlavorCommands.unset(flavor.name(), key))));
    }

    private static Finding error(Flavor flavor, String found, String wanted, String remedy) {
        return new Finding(Severity.ERROR, flavor.item(), found, wanted, remedy, Optional.of(GUARANTEES));
    }
}
