package dev.allmende.apiserver.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs lines of bash with one kubectl and one helm on the path, in a folder of their own, with one server's kubeconfig.
 *
 * @param folder working folder; also HOME and the place of temporary files
 * @param clients folder with the programs
 */
record Shell(Path folder, Path clients, Path kubeconfig) {

    /** A real kube-apiserver takes its time when other suites use it, too. */
    private static final int SECONDS = 180;

    /** What a line printed, both streams in order, and its exit code. */
    record Outcome(String output, int exit) {}

    /** @throws IOException when it does not end within three minutes; it is ended then, with all it started */
    Outcome run(String command) throws IOException, InterruptedException {
        var output = folder.resolve("output");
        var builder = new ProcessBuilder(List.of("bash", "-c", ". ./prelude.sh\n" + command))
                .directory(folder.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        var environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("KUBE") || name.startsWith("HELM"));
        environment.put("PATH", clients + ":" + environment.get("PATH"));
        environment.put("HOME", folder.toString());
        environment.put("TMPDIR", folder.toString());
        environment.put("KUBECONFIG", kubeconfig.toString());
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("TZ", "UTC");
        var process = builder.start();
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new IOException("no end after " + SECONDS + " s: " + command + "\n" + Files.readString(output));
        }
        return new Outcome(Files.readString(output).replace(folder.toString(), "<folder>"), process.exitValue());
    }
}
