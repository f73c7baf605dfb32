package dev.allmende.cli.flavor;

import dev.allmende.cli.ExitCode;
import dev.allmende.conformance.flavor.FlavorName;
import dev.allmende.conformance.flavor.FlavorNames;
import dev.allmende.conformance.flavor.Meaning;
import dev.allmende.conformance.flavor.Notation;
import dev.allmende.conformance.flavor.Parse;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what a flavor name promises, part by part. */
@Command(
        name = "explain",
        sortOptions = false,
        exitCodeOnInvalidInput = ExitCode.USAGE,
        description = "Say in plain words what flavor names promise.")
final class ExplainCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "NAME", description = "Flavor names, for example SCS-4V-16-50n_z3h.")
    private List<String> names = List.of();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        var paper = Paper.out(spec);
        var exit = 0;
        var first = true;
        for (var name : names) {
            if (!first) {
                paper.line("");
            }
            first = false;
            switch (FlavorNames.parse(name)) {
                case Parse.Parsed(FlavorName meant, Notation notation) -> explain(paper, name, meant, notation);
                case Parse.Invalid invalid -> {
                    paper.problems(name, invalid);
                    exit = ExitCode.DOES_NOT_CONFORM;
                }
            }
        }
        return exit;
    }

    private static void explain(Paper paper, String given, FlavorName name, Notation notation) {
        var meaning = Meaning.of(name);
        paper.line(paper.styled("bold", given));
        int code = meaning.lines().stream()
                .mapToInt(line -> line.code().length())
                .max()
                .orElse(0);
        int part = meaning.lines().stream()
                .mapToInt(line -> line.part().title().length())
                .max()
                .orElse(0);
        for (var line : meaning.lines()) {
            paper.line("  " + paper.styled("cyan", pad(line.code(), code)) + "  "
                    + pad(line.part().title(), part) + "  " + line.text());
        }
        paper.line("  " + meaning.sentence());
        if (notation == Notation.V1) {
            paper.line("  This is the notation of v1, which is only tolerated: write " + name.canonical() + ".");
        } else if (!name.canonical().equals(given)) {
            paper.line("  The usual spelling is " + name.canonical() + ".");
        }
        var shortened = name.shortened();
        if (!shortened.equals(name)) {
            paper.line("  Offer it as " + shortened.canonical() + " too: few users choose by the rest.");
        }
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(width - text.length());
    }
}
