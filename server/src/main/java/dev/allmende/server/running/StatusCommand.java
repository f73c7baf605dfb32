package dev.allmende.server.running;

import dev.allmende.cli.Terminal;
import dev.allmende.server.place.FolderOptions;
import dev.allmende.server.place.Folders;
import dev.allmende.server.place.Instance;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Says whether a server runs and works. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Say whether a server runs on the data folder, and whether it is ready.",
            "Exit codes: 0 ready, 1 not ready, 3 nothing runs."
        })
public final class StatusCommand implements Callable<Integer> {

    static final int READY = 0;
    static final int NOT_READY = 1;

    /** As init scripts say it (Linux Standard Base 5.0, 22.2). */
    static final int STOPPED = 3;

    @Mixin
    private FolderOptions options = new FolderOptions();

    private final Terminal terminal;

    public StatusCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        var folders = options.folders(terminal);
        return switch (Instance.state(folders.data())) {
            case Instance.Stopped _ -> {
                say("nothing runs on " + folders.data() + "; start it with: " + options.command(terminal, "up"));
                yield STOPPED;
            }
            case Instance.Starting _ -> {
                say("a server starts on " + folders.data());
                yield NOT_READY;
            }
            case Instance.Running(var info) -> running(folders, info);
        };
    }

    private int running(Folders folders, Instance.Info info) throws InterruptedException {
        var readiness = Readiness.of(URI.create(info.url()), folders.authority());
        var out = terminal.out();
        line(out, "state", readiness.ready() ? "ready" : "NOT READY");
        readiness.details().forEach(detail -> line(out, "", detail));
        line(out, "API", info.url());
        line(out, "process", "%d, since %s".formatted(info.pid(), info.started()));
        line(out, "version", info.version());
        line(out, "memory", memory(info.pid()));
        line(out, "kubeconfig", folders.kubeconfig().toString());
        line(out, "data", folders.data().toString());
        out.flush();
        return readiness.ready() ? READY : NOT_READY;
    }

    private static String memory(long pid) {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024 + " MiB")
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException notLinux) {
            return "unknown";
        }
    }

    private static void line(PrintWriter out, String what, String value) {
        out.printf("%-12s%s%n", what, value);
    }

    private void say(String text) {
        terminal.out().println(text);
        terminal.out().flush();
    }
}
