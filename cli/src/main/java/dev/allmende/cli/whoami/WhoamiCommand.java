package dev.allmende.cli.whoami;

import dev.allmende.cli.DataFormat;
import dev.allmende.cli.ExitCode;
import dev.allmende.cli.Terminal;
import dev.allmende.cli.kubeconfig.Access;
import dev.allmende.cli.kubeconfig.Kubeconfig;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Asks a server whom it takes one for. */
@Command(
        name = "whoami",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Say whom a server takes you for, and in which namespaces you are viewer, editor or admin.",
            "It asks the server of a kubeconfig, with the login that is there."
        })
public final class WhoamiCommand implements Callable<Integer> {

    @Option(names = "--kubeconfig", paramLabel = "FILE", description = "Default: $$KUBECONFIG, else ~/.kube/config.")
    private @Nullable Path kubeconfig;

    @Option(names = "--context", paramLabel = "NAME", description = "Default: the current one.")
    private @Nullable String context;

    @Option(
            names = {"-n", "--namespace"},
            paramLabel = "NAME",
            description = "Look at this one too; may be given several times. Who may not list namespaces is told of"
                    + " these and of those that the kubeconfig names.")
    private List<String> namespaces = new ArrayList<>();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "table (default), json or yaml.")
    private DataFormat format = DataFormat.TABLE;

    private final Terminal terminal;

    public WhoamiCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        var chosen = Kubeconfig.read(kubeconfig, terminal.env()).context(context);
        var guesses = new ArrayList<>(namespaces);
        guesses.add(chosen.namespace());
        guesses.addAll(chosen.namespaces());
        var access = Access.of(chosen, terminal.env());
        try (var api = new KubernetesApi(chosen.server(), access, "certificate-authority in the kubeconfig")) {
            var who = Whoami.ask(api, chosen.server(), guesses);
            terminal.out().print(format == DataFormat.TABLE ? who.text() : format.write(who.data()));
        }
        return ExitCode.CONFORMS;
    }
}
