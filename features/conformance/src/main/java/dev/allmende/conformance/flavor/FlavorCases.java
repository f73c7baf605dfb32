package dev.allmende.conformance.flavor;

import dev.allmende.conformance.snapshot.Facts;
import dev.allmende.conformance.testcase.Judgement;
import dev.allmende.conformance.testcase.Rules;
import dev.allmende.conformance.testcase.TestCase;
import java.util.ArrayList;
import java.util.List;

/** The test cases about flavors: names (scs-0100) and standard flavors (scs-0103). */
public final class FlavorCases {

    private FlavorCases() {}

    public static List<TestCase> all() {
        var all = new ArrayList<TestCase>();
        all.add(naming(
                "scs-0100-syntax-check",
                "Flavor names that start with SCS- follow the naming scheme",
                NameSyntax::judge));
        all.add(naming(
                "scs-0100-semantics-check",
                "Flavors have at least what their SCS- names promise",
                NamePromises::judge));
        for (var flavor : StandardFlavors.all()) {
            all.add(standard(flavor));
        }
        all.add(new TestCase(
                "allmende-scs-0103-extra-specs",
                "Extra specs scs:* of any flavor are well-formed and agree with its name and size",
                "scs-0103-v1",
                StandardFlavorCheck.STANDARD + "#properties-extra_specs",
                TestCase.Profile.BEYOND,
                List.of(Flavors.FLAVORS),
                judge(ScsExtraSpecs::judge)));
        return List.copyOf(all);
    }

    private static TestCase naming(String id, String title, FlavorJudge judge) {
        return new TestCase(
                id,
                title,
                "scs-0100-v3",
                Part.PREFIX.clause(),
                TestCase.Profile.CERTIFICATE,
                List.of(Flavors.FLAVORS),
                judge(judge));
    }

    private static TestCase standard(StandardFlavor flavor) {
        var level = flavor.level().title();
        return new TestCase(
                flavor.testCaseId(),
                "The " + level + " flavor " + flavor.name().canonical() + " exists and is exact",
                "scs-0103-v1",
                StandardFlavorCheck.STANDARD + "#" + level,
                TestCase.Profile.CERTIFICATE,
                List.of(Flavors.FLAVORS),
                judge((flavors, rules) -> new StandardFlavorCheck(flavor, rules.mode()).judge(flavors)));
    }

    @FunctionalInterface
    private interface FlavorJudge {
        Judgement judge(List<Flavor> flavors, Rules rules);
    }

    private static TestCase.Judge judge(FlavorJudge judge) {
        return (facts, rules) -> switch (facts.of(Flavors.FLAVORS)) {
            case Facts.Known.Seen<List<Flavor>> seen -> judge.judge(seen.value(), rules);
            case Facts.Known.Unknown<List<Flavor>> unknown -> Judgement.abort(unknown.why());
        };
    }
}
