package dev.allmende.e2e.client;

import static org.junit.jupiter.api.Assumptions.abort;

import dev.allmende.e2e.Allmende.Ended;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The newest kubectl and helm that testbed/kubernetes-clients fetches, with a home of their own: {@code ~/.kube/config} is in
 * their folder.
 *
 * @param folder home and working folder
 * @param programs where kubectl and helm are
 * @param path what else is on the path, first
 */
public record Clients(Path folder, Path programs, Path path) {

    private static final Path SCRIPT =
            Path.of(System.getProperty("allmende.root", "..")).resolve("testbed/kubernetes-clients");
    private static final int CANNOT_BE_HAD = 69;
    private static final int SECONDS = 180;

    /** @throws IOException also where they cannot be had, for want of npm or of its registry */
    public static Clients of(Path folder) throws IOException, InterruptedException {
        var fetched = fetch();
        if (fetched.exitCode() != 0) {
            throw new IOException(SCRIPT + ": " + fetched.out());
        }
        return new Clients(folder, newest(fetched.out()), Files.createDirectories(folder.resolve("bin")));
    }

    /** Where they cannot be had the test is skipped and says so. */
    public static Clients orSkip(Path folder) throws IOException, InterruptedException {
        var fetched = fetch();
        if (fetched.exitCode() == CANNOT_BE_HAD) {
            var reason = "SKIPPED: what is done with kubectl and helm: "
                    + fetched.out().strip();
            System.err.println(reason);
            return abort(reason);
        }
        return of(folder);
    }

    private static Ended fetch() throws IOException, InterruptedException {
        var process = new ProcessBuilder(SCRIPT.toAbsolutePath().normalize().toString())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output, "");
    }

    /** From lines such as {@code kubectl-35 1.35.2 /cache/v35/kubectl}, the newest last. */
    private static Path newest(String lines) throws IOException {
        return lines.lines()
                .filter(line -> line.startsWith("kubectl-"))
                .map(line -> Path.of(line.split(" ", 3)[2]).resolveSibling(""))
                .reduce((older, newer) -> newer)
                .orElseThrow(() -> new IOException(SCRIPT + " names no kubectl: " + lines));
    }

    /** From now on they act with this. */
    public void login(String kubeconfig) throws IOException {
        var file = folder.resolve(".kube/config");
        Files.createDirectories(file.getParent());
        Files.writeString(file, kubeconfig);
    }

    public Ended kubectl(String... args) throws IOException, InterruptedException {
        return run(programs.resolve("kubectl"), args);
    }

    public Ended helm(String... args) throws IOException, InterruptedException {
        return run(programs.resolve("helm"), args);
    }

    /** @throws IOException when it does not end within three minutes; it is ended then, with all it started */
    public Ended run(Path program, String... args) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(program.toString()));
        command.addAll(Arrays.asList(args));
        var out = Files.createTempFile(folder, "client", ".out");
        var err = Files.createTempFile(folder, "client", ".err");
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        var environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("KUBE") || name.startsWith("HELM"));
        environment.put("HOME", folder.toString());
        environment.put("XDG_STATE_HOME", folder.resolve("state").toString());
        environment.put("PATH", path + ":" + programs + ":" + System.getenv("PATH"));
        var process = builder.start();
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new IOException("no end after " + SECONDS + " s: " + command + ": " + Files.readString(err));
        }
        return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
    }
}
