package dev.allmende.cli.flavor;

import dev.allmende.conformance.flavor.Parse;
import dev.allmende.conformance.flavor.Problem;
import java.io.PrintWriter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;

/** What is written on: text with colours where they can be seen. */
record Paper(PrintWriter out, Ansi ansi) {

    private static final int MARGIN = 6;

    /** Standard output of a command, with the colours its program chose. */
    static Paper out(@Nullable CommandSpec spec) {
        var line = Objects.requireNonNull(spec).commandLine();
        return new Paper(line.getOut(), line.getColorScheme().ansi());
    }

    /** Standard error of a command. */
    static PrintWriter err(@Nullable CommandSpec spec) {
        return Objects.requireNonNull(spec).commandLine().getErr();
    }

    /** Text in a style of picocli's markup, for example {@code bold,red}. */
    String styled(String style, String text) {
        // Built by hand and not from markup: a name may hold the characters of the markup.
        var styles = Ansi.Style.parse(style);
        return ansi.enabled() ? Ansi.Style.on(styles) + text + Ansi.Style.off(styles) + Ansi.Style.reset.on() : text;
    }

    void line(String text) {
        out.println(text);
    }

    /** A name with a caret under each wrong character, and what should stand there. */
    void problems(String name, Parse.Invalid invalid) {
        line(styled("bold,red", "bad") + "   " + marked(name, invalid));
        var widest = invalid.problems().stream()
                .mapToInt(problem -> problem.position() + problem.length())
                .max()
                .orElse(0);
        for (var problem : invalid.problems()) {
            line(" ".repeat(MARGIN + problem.position())
                    + styled("red", "^".repeat(problem.length()))
                    + " ".repeat(widest - problem.position() - problem.length() + 2)
                    + problem.part().title() + ": " + advice(problem));
        }
        invalid.suggestion()
                .ifPresent(right -> line(" ".repeat(MARGIN) + "did you mean " + styled("bold", right) + "?"));
    }

    private static String advice(Problem problem) {
        var instead = problem.suggestion()
                .map(text -> text.isEmpty() ? " (leave it out)" : " (write " + text + ")")
                .orElse("");
        return (problem.found().isEmpty() ? "missing: " : "wanted ") + problem.wanted() + instead;
    }

    private String marked(String name, Parse.Invalid invalid) {
        var text = new StringBuilder();
        var at = 0;
        for (var problem : invalid.problems()) {
            var start = Math.max(at, problem.position());
            var end = Math.min(name.length(), problem.position() + problem.length());
            if (start < end) {
                text.append(plain(name.substring(at, start)))
                        .append(styled("bold,red", plain(name.substring(start, end))));
                at = end;
            }
        }
        return text.append(plain(name.substring(at))).toString();
    }

    /** A name may come from a foreign cloud: what would steer the terminal is shown as a dot. */
    static String plain(String name) {
        var text = new StringBuilder(name.length());
        name.chars().forEach(c -> text.append(Character.isISOControl(c) ? '\u00b7' : (char) c));
        return text.toString();
    }
}
