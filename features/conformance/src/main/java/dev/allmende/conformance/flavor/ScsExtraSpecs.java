package dev.allmende.conformance.flavor;

import dev.allmende.conformance.testcase.Finding;
import dev.allmende.conformance.testcase.Finding.Severity;
import dev.allmende.conformance.testcase.Judgement;
import dev.allmende.conformance.testcase.Mode;
import dev.allmende.conformance.testcase.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The extra specs {@code scs:*} wherever they stand: what they say must be true (scs-0103-v1.1, "Properties"). Upstream
 * looks at them on standard flavors only.
 */
final class ScsExtraSpecs {

    static final List<String> DISK_TYPES =
            Stream.of(Disk.Type.values()).map(Disk.Type::extraSpec).toList();

    private static final List<String> CPU_TYPES =
            Stream.of(Cpu.Type.values()).map(Cpu.Type::extraSpec).toList();
    private static final Pattern NAME = Pattern.compile("scs:name-v[1-9][0-9]*");
    private static final Pattern DISK_TYPE = Pattern.compile("scs:disk[0-9]+-type");
    private static final String CLAUSE = StandardFlavorCheck.STANDARD + "#properties-extra_specs";

    private ScsExtraSpecs() {}

    /** The names that a flavor bears in its extra specs, by key. */
    static SortedMap<String, String> nameVariants(Flavor flavor) {
        var names = new TreeMap<>(flavor.extraSpecs());
        names.keySet().removeIf(key -> !NAME.matcher(key).matches());
        return names;
    }

    static Judgement judge(List<Flavor> flavors, Rules rules) {
        var findings = new ArrayList<Finding>();
        var bearers = 0;
        for (var flavor : flavors) {
            if (flavor.extraSpecs().keySet().stream().anyMatch(key -> key.startsWith("scs:"))) {
                bearers++;
                new TreeMap<>(flavor.extraSpecs()).forEach((key, value) -> check(findings, flavor, key, value));
            }
        }
        return Judgement.of(
                // two variants of a name promise, and break, the same
                findings.stream().distinct().toList(),
                "the scs: extra specs of " + bearers + " flavors are right",
                "some scs: extra specs are wrong");
    }

    private static void check(List<Finding> findings, Flavor flavor, String key, String value) {
        if (key.equals(FlavorName.CPU_TYPE)) {
            oneOf(findings, flavor, key, value, CPU_TYPES);
        } else if (DISK_TYPE.matcher(key).matches()) {
            oneOf(findings, flavor, key, value, DISK_TYPES);
        } else if (NAME.matcher(key).matches()) {
            name(findings, flavor, key, value);
        }
    }

    private static void oneOf(List<Finding> findings, Flavor flavor, String key, String value, List<String> allowed) {
        if (!allowed.contains(value)) {
            error(
                    findings,
                    flavor,
                    key + "=" + value,
                    "one of " + String.join(", ", allowed),
                    FlavorCommands.unset(flavor.name(), key));
        }
    }

    private static void name(List<Finding> findings, Flavor flavor, String key, String value) {
        switch (FlavorNames.parse(value)) {
            case Parse.Invalid invalid ->
                error(
                        findings,
                        flavor,
                        key + "=" + value + ": " + invalid.problems().getFirst().text(),
                        "a flavor name of any version of scs-0100",
                        invalid.suggestion()
                                .map(name -> FlavorCommands.set(flavor.name(), Map.of(key, name)))
                                .orElse(FlavorCommands.unset(flavor.name(), key)));
            case Parse.Parsed(FlavorName name, Notation ignored) -> {
                var promises = new ArrayList<Finding>();
                NamePromises.check(Mode.STRICT, flavor, name, promises);
                promises.removeIf(promise -> promise.severity() != Severity.ERROR);
                findings.addAll(promises);
                agree(findings, flavor, key, name);
            }
        }
    }

    /** A type that the name promises must not be worse in the extra spec. */
    private static void agree(List<Finding> findings, Flavor flavor, String key, FlavorName name) {
        var cpu = flavor.extraSpec(FlavorName.CPU_TYPE);
        var promised = name.cpu().type();
        if (cpu.isPresent()
                && CPU_TYPES.contains(cpu.get())
                && CPU_TYPES.indexOf(cpu.get()) < CPU_TYPES.indexOf(promised.extraSpec())) {
            error(
                    findings,
                    flavor,
                    FlavorName.CPU_TYPE + "=" + cpu.get() + ", but " + key + "=" + name,
                    promised.extraSpec() + " or better, as the name says",
                    FlavorCommands.set(flavor.name(), Map.of(FlavorName.CPU_TYPE, promised.extraSpec())));
        }
    }

    private static void error(List<Finding> findings, Flavor flavor, String found, String wanted, String remedy) {
        findings.add(new Finding(Severity.ERROR, flavor.item(), found, wanted, remedy, Optional.of(CLAUSE)));
    }
}
