package dev.allmende.server.up;

import dev.allmende.cli.Terminal;
import dev.allmende.server.log.Format;
import dev.allmende.server.log.Logs;
import dev.allmende.server.place.FolderOptions;
import dev.allmende.server.port.ListenOn;
import dev.allmende.server.shell.Issuers;
import dev.allmende.server.shell.github.GitHubOptions;
import dev.allmende.server.shell.oidc.OidcOptions;
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
            defaultValue = ListenOn.STANDARD,
            description = "Where to listen; port 0 takes a free one. Default: ${DEFAULT-VALUE}.")
    private String listen = ListenOn.STANDARD;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "One more name or address under which clients reach the server; may be given several times.")
    private List<String> names = new ArrayList<>();

    @Option(
            names = "--no-demo",
            description = "Play no cloud, also when none is configured (clouds.yaml, OS_* variables).")
    private boolean noDemo;

    @Mixin
    private OidcOptions oidc = new OidcOptions();

    @Mixin
    private GitHubOptions gitHub = new GitHubOptions();

    @Option(
            names = "--log-format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "How log lines on standard error look: text or json. Default: ${DEFAULT-VALUE}.")
    private Format format = Format.TEXT;

    @Option(
            names = "--rehearse",
            hidden = true,
            description = "Answer the usual first requests and end: the launcher's training for a fast start.")
    private boolean rehearsal;

    private final Terminal terminal;

    public UpCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        Logs.install(format, System.err);
        var wanted = new Wanted(
                folders.folders(terminal),
                ListenOn.parse(listen),
                names,
                !noDemo,
                rehearsal,
                new Issuers(oidc.settings(), gitHub.settings(oidc.ownAddress())),
                folders.command(terminal, "down"));
        return new Running(wanted, terminal).run();
    }
}
