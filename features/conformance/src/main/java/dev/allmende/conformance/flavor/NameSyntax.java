package dev.allmende.conformance.flavor;

import dev.allmende.conformance.testcase.Finding;
import dev.allmende.conformance.testcase.Finding.Severity;
import dev.allmende.conformance.testcase.Judgement;
import dev.allmende.conformance.testcase.Mode;
import dev.allmende.conformance.testcase.Rules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** scs-0100-syntax-check: every name with the prefix is a name of the scheme; names of v1 are tolerated. */
final class NameSyntax {

    private NameSyntax() {}

    static Dialect dialect(Mode mode) {
        return switch (mode) {
            case UPSTREAM -> Dialect.UPSTREAM;
            case STRICT -> Dialect.STANDARD;
        };
    }

    static Judgement judge(List<Flavor> flavors, Rules rules) {
        var findings = new ArrayList<Finding>();
        var wrong = new ArrayList<String>();
        var names = 0;
        for (var flavor : flavors) {
            if (!FlavorNames.isScs(flavor.name())) {
                continue;
            }
            names++;
            switch (FlavorNames.parse(flavor.name(), dialect(rules.mode()))) {
                case Parse.Parsed parsed
                when parsed.notation() == Notation.V1 -> findings.add(old(flavor, parsed.name()));
                case Parse.Parsed ignored -> {}
                case Parse.Invalid invalid -> {
                    wrong.add(flavor.name());
                    invalid.problems().forEach(problem -> findings.add(finding(flavor, problem, invalid)));
                }
            }
        }
        return Judgement.of(
                findings,
                names == 0
                        ? "no flavor has a name that starts with SCS-"
                        : "all " + names + " SCS names follow the scheme",
                wrong.size() + " of " + names + " SCS names do not follow the scheme: " + String.join(", ", wrong));
    }

    private static Finding finding(Flavor flavor, Problem problem, Parse.Invalid invalid) {
        var found = (problem.found().isEmpty() ? "nothing" : "'" + problem.found() + "'") + " at character "
                + (problem.position() + 1) + " of the name (" + problem.part().title() + ")";
        return new Finding(
                Severity.ERROR,
                flavor.item(),
                found,
                problem.wanted(),
                remedy(flavor, invalid),
                Optional.of(problem.part().clause()));
    }

    private static String remedy(Flavor flavor, Parse.Invalid invalid) {
        if (FlavorNames.parse(flavor.name()) instanceof Parse.Parsed) {
            return "the standard's grammar allows this name, only upstream's parser does not: name the number of GPU"
                    + " units, or judge by the standard with --mode strict";
        }
        return invalid.suggestion()
                .map(name -> FlavorCommands.rename(flavor, name))
                .orElseGet(() -> "make the flavor anew under a right name, or one that does not start with SCS-, then: "
                        + FlavorCommands.delete(flavor.name()));
    }

    private static Finding old(Flavor flavor, FlavorName name) {
        return new Finding(
                Severity.WARNING,
                flavor.item(),
                "a name in the notation of v1 (tolerated)",
                name.canonical(),
                FlavorCommands.rename(flavor, name.canonical()),
                Optional.of(Part.PREFIX.clause()));
    }
}
