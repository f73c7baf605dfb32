package dev.allmende.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The streams of a command and what they can show.
 *
 * @param outIsTerminal whether people read standard output
 * @param errIsTerminal whether people read standard error, so that progress may be drawn there
 * @param width columns
 */
public record Terminal(
        PrintWriter out,
        PrintWriter err,
        boolean outIsTerminal,
        boolean errIsTerminal,
        boolean colours,
        int width,
        Map<String, String> env) {

    private static final int DEFAULT_WIDTH = 100;

    static Terminal ofProcess() {
        var env = System.getenv();
        boolean out = isTerminal(1);
        boolean colours = env.containsKey("CLICOLOR_FORCE")
                || (out && !env.containsKey("NO_COLOR") && !"dumb".equals(env.get("TERM")));
        return new Terminal(
                new PrintWriter(System.out, false, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                out,
                isTerminal(2),
                colours,
                width(env),
                env);
    }

    /**
     * System.console() wants standard input to be a terminal too; a pipe into us must not take the colours away. Where
     * there is no /proc nobody is taken to look.
     */
    private static boolean isTerminal(int descriptor) {
        try {
            var target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor))
                    .toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (IOException | UnsupportedOperationException _) {
            return false;
        }
    }

    private static int width(Map<String, String> env) {
        try {
            return Math.clamp(Integer.parseInt(env.getOrDefault("COLUMNS", "" + DEFAULT_WIDTH)), 40, 200);
        } catch (NumberFormatException _) {
            return DEFAULT_WIDTH;
        }
    }
}
