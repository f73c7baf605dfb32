package dev.allmende.conformance.flavor;

import dev.allmende.conformance.testcase.Finding;
import dev.allmende.conformance.testcase.Finding.Severity;
import dev.allmende.conformance.testcase.Judgement;
import dev.allmende.conformance.testcase.Mode;
import dev.allmende.conformance.testcase.Rules;
import dev.allmende.conformance.testcase.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** scs-0100-semantics-check: no name promises more than the flavor has. Names that cannot be read are left out. */
final class NamePromises {

    private final Mode mode;
    private final Flavor flavor;
    private final FlavorName name;
    private final List<Finding> findings;

    private NamePromises(Mode mode, Flavor flavor, FlavorName name, List<Finding> findings) {
        this.mode = mode;
        this.flavor = flavor;
        this.name = name;
        this.findings = findings;
    }

    static Judgement judge(List<Flavor> flavors, Rules rules) {
        var findings = new ArrayList<Finding>();
        var names = 0;
        var unsized = new ArrayList<String>();
        for (var flavor : flavors) {
            if (FlavorNames.isScs(flavor.name())
                    && FlavorNames.parse(flavor.name(), NameSyntax.dialect(rules.mode()))
                            instanceof Parse.Parsed parsed) {
                names++;
                check(rules.mode(), flavor, parsed.name(), findings);
                if (parsed.name().disk().filter(disk -> disk.sizeGb().isEmpty()).isPresent()) {
                    unsized.add(flavor.name());
                }
            }
        }
        if (rules.mode() == Mode.UPSTREAM && !unsized.isEmpty()) {
            var reason = "upstream's check breaks off at a disk without a size, for the whole cloud: "
                    + String.join(", ", unsized) + " (--mode strict judges it)";
            return new Judgement(Verdict.ABORT, reason, findings);
        }
        var wrong = new TreeSet<String>();
        findings.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .forEach(finding -> wrong.add(finding.item().substring("flavor ".length())));
        return Judgement.of(
                findings,
                "all " + names + " flavors with an SCS name have what it promises",
                wrong.size() + " of " + names + " flavors have less than their name promises: "
                        + String.join(", ", wrong));
    }

    /** Adds what a name of this flavor promises beyond what the flavor has. */
    static void check(Mode mode, Flavor flavor, FlavorName name, List<Finding> findings) {
        new NamePromises(mode, flavor, name, findings).all();
    }

    private void all() {
        cpus();
        memory();
        name.disk().ifPresent(disk -> disk.sizeGb().ifPresent(size -> disks(disk, size)));
    }

    private void cpus() {
        var promised = name.cpu().count();
        if (flavor.vcpus() < promised) {
            overstated(Part.CPU, flavor.vcpus() + " vCPUs", promised + " or more");
        } else if (flavor.vcpus() > promised) {
            understated(Part.CPU, flavor.vcpus() + " vCPUs", promised + ", by the name");
        }
    }

    /** Upstream rounds to tenths of a GiB, so that 4045 MiB count as 4 GiB; the standard knows no such grace. */
    private void memory() {
        var found = flavor.ramMib() + " MiB of memory";
        var promised = name.ram().mib();
        var enough = switch (mode) {
            case UPSTREAM -> upstreamGib(flavor.ramMib()) >= name.ram().gib();
            case STRICT -> flavor.ramMib() >= promised;
        };
        if (!enough) {
            overstated(Part.RAM, found, promised + " or more (" + name.ram().text() + " GiB)");
        } else if (flavor.ramMib() > promised) {
            understated(Part.RAM, found, promised + ", by the name");
        }
    }

    // The very expression of upstream's flavor_names_check.py, so that rounding errors are the same.
    static double upstreamGib(int mib) {
        return (long) ((mib + 51) / 102.4) / 10.0;
    }

    /** Upstream looks at one disk only; by the standard "3x10" is three disks of 10 GB each. */
    private void disks(Disk disk, int size) {
        if (flavor.diskGb() < size) {
            overstated(Part.DISK, "a root disk of " + flavor.diskGb() + " GB", size + " or more");
            return;
        }
        var all = (long) disk.count() * size;
        var has = (long) flavor.diskGb() + flavor.ephemeralGb();
        if (disk.count() > 1 && has < all) {
            var found = "root and ephemeral disk of " + has + " GB together";
            var wanted = all + " or more: " + disk.count() + " disks of " + size + " GB";
            // The disks of a bare metal node do not show in the flavor.
            var bare = name.hypervisor().equals(Optional.of(Hypervisor.BARE_METAL));
            add(mode == Mode.STRICT && !bare ? Severity.ERROR : Severity.WARNING, Part.DISK, found, wanted);
        } else if (disk.count() == 1 && flavor.diskGb() > size) {
            understated(Part.DISK, "a root disk of " + flavor.diskGb() + " GB", size + ", by the name");
        }
    }

    private void overstated(Part part, String found, String wanted) {
        add(Severity.ERROR, part, found, wanted);
    }

    private void understated(Part part, String found, String wanted) {
        findings.add(new Finding(
                Severity.NOTE,
                flavor.item(),
                found,
                wanted + " (having more is allowed)",
                "",
                Optional.of(part.clause())));
    }

    private void add(Severity severity, Part part, String found, String wanted) {
        findings.add(new Finding(severity, flavor.item(), found, wanted, remedy(), Optional.of(part.clause())));
    }

    private String remedy() {
        var size = FlavorCommands.Size.of(flavor).atLeast(FlavorCommands.Size.of(name));
        return FlavorCommands.replace(flavor, flavor.name(), size);
    }
}
