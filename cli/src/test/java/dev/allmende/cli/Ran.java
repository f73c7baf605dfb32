package dev.allmende.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;

/** A command line that was run in this process, with what it printed. */
public record Ran(int exitCode, String out, String err) {

    public static Ran of(String... args) {
        return with(Map.of(), args);
    }

    public static Ran with(Map<String, String> env, String... args) {
        var out = new StringWriter();
        var err = new StringWriter();
        var terminal =
                new Terminal(new PrintWriter(out), new PrintWriter(err), false, false, false, 100, Map.copyOf(env));
        int exitCode = Main.run(terminal, args);
        return new Ran(exitCode, out.toString(), err.toString());
    }
}
