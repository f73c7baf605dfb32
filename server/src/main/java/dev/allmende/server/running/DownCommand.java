package dev.allmende.server.running;

import dev.allmende.cli.ExitCode;
import dev.allmende.cli.Terminal;
import dev.allmende.cli.UserError;
import dev.allmende.server.place.FolderOptions;
import dev.allmende.server.place.Instance;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Ends a server cleanly, and waits for its end. */
@Command(
        name = "down",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Stop the server that runs on the data folder, and wait until it has ended.",
            "Where nothing runs there is nothing to do, which is no error."
        })
public final class DownCommand implements Callable<Integer> {

    /** Twice what a server takes at most. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Duration PAUSE = Duration.ofMillis(50);

    @Mixin
    private FolderOptions options = new FolderOptions();

    private final Terminal terminal;

    public DownCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        var data = options.folders(terminal).data();
        long end = System.nanoTime() + PATIENCE.toNanos();
        long asked = 0;
        while (true) {
            switch (Instance.state(data)) {
                case Instance.Stopped _ -> {
                    awaitEnd(asked, end);
                    say(asked == 0 ? "nothing runs on " + data : "stopped process " + asked);
                    return ExitCode.CONFORMS;
                }
                case Instance.Starting _ -> {}
                case Instance.Running(var info) -> {
                    if (asked != info.pid()) {
                        ask(info.pid(), data);
                        asked = info.pid();
                    }
                }
            }
            if (System.nanoTime() > end) {
                throw new UserError(
                        ExitCode.UNAVAILABLE,
                        "the server on %s does not end%s; kill it (kill -9), all acknowledged writes are on disk"
                                .formatted(data, asked == 0 ? "" : ", it is process " + asked));
            }
            Thread.sleep(PAUSE);
        }
    }

    /** It lets go of the folder a moment before it has ended. */
    private static void awaitEnd(long pid, long deadline) throws InterruptedException {
        while (System.nanoTime() < deadline
                && ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent()) {
            Thread.sleep(PAUSE);
        }
    }

    private static void ask(long pid, Path data) {
        var process = ProcessHandle.of(pid);
        // not to be signalled is also the case of one that has just ended
        if (process.isPresent() && !process.get().destroy() && process.get().isAlive()) {
            throw new UserError(
                    ExitCode.REFUSED,
                    "process %d serves %s and may not be signalled: it is another user's".formatted(pid, data));
        }
    }

    private void say(String text) {
        terminal.out().println(text);
        terminal.out().flush();
    }
}
