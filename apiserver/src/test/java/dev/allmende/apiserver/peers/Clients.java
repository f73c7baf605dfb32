package dev.allmende.apiserver.peers;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The programs that {@code testbed/kubernetes-clients} fetches once and keeps in a cache. */
final class Clients {

    private static final Path SCRIPT = Path.of("../testbed/kubernetes-clients");
    private static final int CANNOT_BE_HAD = 69;

    private Clients() {}

    /**
     * The folder of kubectl and helm by kubectl's minor version, the newest first. Where they cannot be had, for want of npm
     * or of its registry, the test is skipped and says so.
     */
    static SortedMap<Integer, Path> orSkip() throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        List.of(SCRIPT.toAbsolutePath().normalize().toString()))
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exit = process.waitFor();
        if (exit == CANNOT_BE_HAD) {
            var reason = "SKIPPED: the scripts of kubectl and helm: " + output.strip();
            System.err.println(reason);
            return abort(reason);
        }
        if (exit != 0) {
            throw new IOException(SCRIPT + " ended with " + exit + ": " + output);
        }
        return folders(output);
    }

    /** From lines such as {@code kubectl-35 1.35.2 /cache/v35/kubectl}. */
    private static SortedMap<Integer, Path> folders(String lines) {
        var folders = new TreeMap<Integer, Path>(Comparator.reverseOrder());
        for (var line :
                lines.lines().filter(text -> text.startsWith("kubectl-")).toList()) {
            var words = line.split(" ", 3);
            folders.put(
                    Integer.valueOf(words[0].substring("kubectl-".length())),
                    Path.of(words[2]).resolveSibling(""));
        }
        return folders;
    }
}
