package dev.allmende.cli.check;

import dev.allmende.cli.ExitCode;
import dev.allmende.cli.UserError;
import dev.allmende.conformance.Selection;
import dev.allmende.conformance.scope.BadScopeFile;
import dev.allmende.conformance.scope.Scope;
import dev.allmende.conformance.scope.ScopeFile;
import dev.allmende.conformance.scope.Scopes;
import dev.allmende.conformance.testcase.Mode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** By what to judge: everything here shows in the report, and a replay with the same options gives the same report. */
final class JudgeOptions {

    @Option(
            names = "--scope",
            paramLabel = "FILE",
            description = "Certificate scope file as upstream publishes it; without it Allmende's own table counts.")
    private @Nullable Path scopeFile;

    @Option(
            names = {"--version", "-V"},
            paramLabel = "VERSION",
            description = "Judge for this version of the scope, valid or not.")
    private @Nullable String version;

    @Option(
            names = "--date",
            paramLabel = "YYYY-MM-DD",
            description = "Judge by the versions valid on this date; default: the day the cloud was seen.")
    private @Nullable LocalDate date;

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            description = "Where text and test suite differ, follow the text of the standard (strict, the default)"
                    + " or reproduce upstream's suite exactly (upstream). The report lists the differences.")
    private Mode mode = Mode.STRICT;

    @Option(
            names = "--beyond",
            paramLabel = "HOW",
            description = "What to judge beyond the certificate: none, reading (the default: all that needs no change"
                    + " of the cloud), all.")
    private Selection.Beyond beyond = Selection.Beyond.READING;

    @Option(
            names = "--only",
            paramLabel = "REGEX",
            description = "Judge only test cases whose id begins like this; may be repeated.")
    private List<String> only = new ArrayList<>();

    @Option(names = "--skip", paramLabel = "REGEX", description = "Leave out test cases whose id begins like this.")
    private List<String> skip = new ArrayList<>();

    @Option(
            names = {"--section", "-S"},
            paramLabel = "NAME",
            split = ",",
            description =
                    "Judge only test cases of this section of the scope file; where it names none: light (reads),"
                            + " medium (creates a secret or a security group), heavy (servers, volumes, users). May be repeated.")
    private Set<String> sections = new LinkedHashSet<>();

    @Option(names = "--subject", paramLabel = "NAME", description = "Public name of the cloud; default: --cloud.")
    private @Nullable String subject;

    /** Whether the user names rules that may not exist. */
    boolean namesRules() {
        return scopeFile != null || version != null || date != null || !sections.isEmpty();
    }

    Mode mode() {
        return mode;
    }

    boolean namesSubject() {
        return subject != null;
    }

    String subject(String cloud) {
        return subject == null ? cloud : subject;
    }

    LocalDate date(LocalDate seen) {
        return date == null ? seen : date;
    }

    Scope scope() {
        try {
            return scopeFile == null ? Scopes.builtin("iaas") : ScopeFile.read(scopeFile);
        } catch (BadScopeFile bad) {
            throw new UserError(ExitCode.DATA, String.valueOf(bad.getMessage()), bad);
        }
    }

    Selection.Wanted wanted(LocalDate seen) {
        return new Selection.Wanted(
                date(seen),
                Optional.ofNullable(version),
                beyond,
                patterns("--only", only),
                patterns("--skip", skip),
                sections);
    }

    /** The options as given, normalised: what a reader needs to repeat the judgement. */
    List<String> arguments() {
        var arguments = new ArrayList<String>();
        if (scopeFile != null) {
            arguments.addAll(List.of("--scope", String.valueOf(scopeFile.getFileName())));
        }
        if (version != null) {
            arguments.addAll(List.of("--version", version));
        }
        if (date != null) {
            arguments.addAll(List.of("--date", date.toString()));
        }
        arguments.addAll(List.of("--mode", mode.name().toLowerCase(Locale.ROOT)));
        arguments.addAll(List.of("--beyond", beyond.name().toLowerCase(Locale.ROOT)));
        only.forEach(pattern -> arguments.addAll(List.of("--only", pattern)));
        skip.forEach(pattern -> arguments.addAll(List.of("--skip", pattern)));
        sections.forEach(section -> arguments.addAll(List.of("--section", section)));
        return arguments;
    }

    private static List<Pattern> patterns(String option, List<String> texts) {
        return texts.stream().map(text -> pattern(option, text)).toList();
    }

    private static Pattern pattern(String option, String text) {
        try {
            return Pattern.compile(text);
        } catch (PatternSyntaxException wrong) {
            throw new UserError(
                    ExitCode.USAGE,
                    option + " '" + text + "' is no regular expression: " + wrong.getDescription() + " at position "
                            + wrong.getIndex(),
                    wrong);
        }
    }
}
