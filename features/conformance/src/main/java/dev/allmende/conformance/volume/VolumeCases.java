package dev.allmende.conformance.volume;

import dev.allmende.conformance.testcase.Finding;
import dev.allmende.conformance.testcase.Finding.Severity;
import dev.allmende.conformance.testcase.Judgement;
import dev.allmende.conformance.testcase.Mode;
import dev.allmende.conformance.testcase.Rules;
import dev.allmende.conformance.testcase.TestCase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Every test case about volume types. */
public final class VolumeCases {

    private static final String CLAUSE =
            "https://docs.scs.community/standards/scs-0114-w1-volume-type-implementation#automated-tests";
    private static final List<String> KNOWN = List.of("encrypted", "replicated");

    private VolumeCases() {}

    public static List<TestCase> all() {
        return List.of(
                testCase("scs-0114-syntax-check", "Aspects in descriptions are well formed", VolumeCases::syntax),
                testCase(
                        "scs-0114-encrypted-type",
                        "There is an encrypted volume type",
                        (types, rules) -> presence(types, "encrypted")),
                testCase(
                        "scs-0114-replicated-type",
                        "There is a replicated volume type",
                        (types, rules) -> presence(types, "replicated")));
    }

    @FunctionalInterface
    private interface Check {
        Judgement judge(List<VolumeType> types, Rules rules);
    }

    private static TestCase testCase(String id, String title, Check check) {
        return new TestCase(
                id,
                title,
                "scs-0114-v1",
                CLAUSE,
                TestCase.Profile.CERTIFICATE,
                List.of(VolumeType.VOLUME_TYPES),
                (facts, rules) ->
                        facts.of(VolumeType.VOLUME_TYPES).fold(types -> check.judge(types, rules), Judgement::abort));
    }

    private static Judgement syntax(List<VolumeType> types, Rules rules) {
        var findings = new ArrayList<Finding>();
        for (var type : types) {
            type.aspects().ifPresent(aspects -> judge(type, aspects, rules, findings));
        }
        return Judgement.of(
                findings,
                "%s volume types, no list of aspects is wrong".formatted(types.size()),
                "a list of aspects is wrong");
    }

    /** That an aspect must be one of the two is upstream's reading; the text leaves room for more. */
    private static void judge(VolumeType type, List<String> aspects, Rules rules, List<Finding> findings) {
        // Not the natural order of String alone: Python compares code points, which for these words is the same.
        if (!aspects.equals(aspects.stream().sorted(Comparator.naturalOrder()).toList())) {
            findings.add(finding(Severity.ERROR, type, "aspects are not sorted", aspects));
        }
        if (new HashSet<>(aspects).size() < aspects.size()) {
            findings.add(finding(Severity.ERROR, type, "an aspect stands there twice", aspects));
        }
        for (var aspect : new TreeSet<>(aspects)) {
            if (aspect.isEmpty()) {
                findings.add(finding(Severity.ERROR, type, "an aspect is empty", aspects));
            } else if (!KNOWN.contains(aspect)) {
                var severity = rules.mode() == Mode.UPSTREAM ? Severity.ERROR : Severity.WARNING;
                findings.add(finding(severity, type, "aspect '" + aspect + "' is not known", aspects));
            }
        }
    }

    private static Judgement presence(List<VolumeType> types, String aspect) {
        var names = types.stream()
                .filter(type ->
                        type.aspects().filter(all -> all.contains(aspect)).isPresent())
                .map(VolumeType::name)
                .toList();
        if (!names.isEmpty()) {
            return Judgement.pass(aspect + ": " + String.join(", ", names).replaceAll("\\p{Cntrl}+", " "));
        }
        var finding = new Finding(
                Severity.ERROR,
                "volume types",
                "none of %s begins its description with a list that has %s".formatted(types.size(), aspect),
                "a volume type with the aspect " + aspect + " (recommended)",
                "openstack volume type set --description '[scs:%s] ...' TYPE".formatted(aspect),
                Optional.of(CLAUSE));
        return Judgement.of(List.of(finding), "", "no volume type is " + aspect);
    }

    private static Finding finding(Severity severity, VolumeType type, String found, List<String> aspects) {
        var good = new TreeSet<>(aspects);
        good.retainAll(KNOWN);
        return new Finding(
                severity,
                "volume type " + type.name(),
                found + " in '" + type.description() + "'",
                "aspects sorted, each once, out of " + String.join(", ", KNOWN),
                "openstack volume type set --description '[scs:%s] ...' %s"
                        .formatted(String.join(", ", good), type.id()),
                Optional.of(CLAUSE));
    }
}
