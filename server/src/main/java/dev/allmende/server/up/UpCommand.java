package dev.allmende.server.up;

import dev.allmende.cli.ExitCode;
import dev.allmende.cli.Terminal;
import dev.allmende.server.log.Format;
import dev.allmende.server.log.Logs;
import dev.allmende.server.place.FolderOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs everything in this process until it is stopped. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Run the API server, the controllers and the pages in one process until Ctrl-C or SIGTERM.",
            "The first start makes keys, an administrator and a kubeconfig, and says how to go on."
        })
public final class UpCommand implements Callable<Integer> {

    @Mixin
    private FolderOptions folders = new FolderOptions();

    @Option(
            names = "--listen",
            paramLabel = "HOST:PORT",
            defaultValue = "127.0.0.1:6443",
            description = "Where to listen; port 0 takes a free one. Default: ${DEFAULT-VALUE}.")
    private String listen = "";

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "One more name or address under which clients reach the server; may be given several times.")
    private List<String> names = new ArrayList<>();

    @Option(
            names = "--log-format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "How log lines look: text or json. Default: ${DEFAULT-VALUE}.")
    private Format format = Format.TEXT;

    private final Terminal terminal;

    public UpCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        Logs.install(format, System.err);
        var wanted = new Wanted(folders.folders(terminal.env()), ListenOn.parse(listen), names, format);
        new Running(wanted, terminal).run();
        return ExitCode.CONFORMS;
    }
}
