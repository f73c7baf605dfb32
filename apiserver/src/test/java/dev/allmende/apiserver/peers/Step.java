package dev.allmende.apiserver.peers;

import java.util.ArrayList;
import java.util.List;

/**
 * One line of a script.
 *
 * @param command for bash
 * @param mode what becomes of its output
 * @param reason word that the documentation of differences explains; empty unless the mode is {@link Mode#DIFFERS}
 */
record Step(String command, Mode mode, String reason) {

    enum Mode {
        /** The golden file has its output. */
        SHOWN,
        /** Prepares or cleans up; not in the golden file. */
        QUIET,
        /** The embedded server is known to answer otherwise. */
        DIFFERS
    }

    /**
     * Reads a script: a command a line, {@code \} at the end of a line joins the next one to it, {@code #} begins a
     * remark, {@code ?} a quiet command, {@code ~WORD} a command that is known to differ.
     */
    static List<Step> read(String script) {
        var steps = new ArrayList<Step>();
        for (var line : script.replaceAll("\\\\\n\\s*", "").lines().toList()) {
            if (!line.isBlank() && !line.startsWith("#")) {
                steps.add(of(line.strip()));
            }
        }
        return steps;
    }

    boolean differs() {
        return mode == Mode.DIFFERS;
    }

    private static Step of(String line) {
        if (line.startsWith("?")) {
            return new Step(line.substring(1).strip(), Mode.QUIET, "");
        }
        if (line.startsWith("~")) {
            int end = line.indexOf(' ');
            return new Step(line.substring(end).strip(), Mode.DIFFERS, line.substring(1, end));
        }
        return new Step(line, Mode.SHOWN, "");
    }
}
