package dev.allmende.cli.login;

import dev.allmende.cli.ExitCode;
import dev.allmende.cli.StateFolder;
import dev.allmende.cli.Terminal;
import dev.allmende.cli.kubeconfig.Access;
import dev.allmende.cli.kubeconfig.Entry;
import dev.allmende.cli.kubeconfig.KubeconfigFile;
import dev.allmende.cli.whoami.KubernetesApi;
import dev.allmende.cli.wire.Tls;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Signs a person in, or answers kubectl as its credential plug-in. */
@Command(
        name = "login",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Sign in at an OpenID Connect issuer, by a page that you open in any browser (device flow, RFC 8628).",
            "With --server, kubectl uses this login from then on. It is renewed by itself while the issuer allows it."
        },
        footer = {
            "",
            "Example:",
            "  allmende login --server https://cloud.example:6443 --namespace acme \\",
            "    --issuer https://login.example/realms/cloud --client-id allmende-cli",
            "  kubectl get networks"
        })
public final class LoginCommand implements Callable<Integer> {

    @Mixin
    private IssuerOptions issuer = new IssuerOptions();

    @Mixin
    private ServerOptions server = new ServerOptions();

    @Option(
            names = "--exec",
            description =
                    "Print an ExecCredential for kubectl, as the kubeconfig's entry asks for; on a terminal it asks"
                            + " you to sign in when need be, elsewhere it fails.")
    private boolean exec;

    private final Terminal terminal;
    private final SignIn signIn;

    public LoginCommand(Terminal terminal) {
        this(
                terminal,
                new SignIn(
                        new Keep(StateFolder.logins(terminal.env())),
                        Clock.systemUTC(),
                        Thread::sleep,
                        new SecureRandom(),
                        terminal.err()));
    }

    LoginCommand(Terminal terminal, SignIn signIn) {
        this.terminal = terminal;
        this.signIn = signIn;
    }

    @Override
    public Integer call() throws Exception {
        var client = issuer.client();
        if (exec || ExecCredential.isAsked(terminal.env())) {
            var otherwise = terminal.errIsTerminal() ? Optional.<String>empty() : Optional.of(commandLine(client));
            terminal.out().println(ExecCredential.answer(terminal.env(), signIn.tokens(client, otherwise)));
        } else {
            signIn(client);
        }
        return ExitCode.CONFORMS;
    }

    private void signIn(Client client) throws IOException, InterruptedException {
        var file = KubeconfigFile.of(server.kubeconfig, terminal.env());
        var entry = server.entry(client, program());
        if (entry.isPresent()) {
            file.check(entry.get());
        }
        var tokens = signIn.tokens(client, Optional.empty());
        terminal.out().println("Signed in at " + client.issuer() + " as " + tokens.user() + ".");
        if (entry.isPresent()) {
            tellUser(entry.get(), tokens);
            file.put(entry.get());
            terminal.out()
                    .println("Context " + entry.get().name() + " is in " + file.path() + ", and the current one.");
        }
    }

    /** Asks before anything is written: a server that does not take the login would make the context useless. */
    private void tellUser(Entry entry, Tokens tokens) throws InterruptedException {
        var access =
                new Access(new Tls("--server-ca", entry.authorities(), Optional.empty()), Optional.of(tokens.id()));
        try (var api = new KubernetesApi(entry.server(), access, "--server-ca FILE")) {
            var user = api.user();
            terminal.out()
                    .println(entry.server() + " takes you for " + user.name() + ", of the groups "
                            + String.join(", ", user.groups()) + ".");
        }
    }

    /** As kubectl can call it from anywhere. */
    private String program() {
        var called = terminal.env().getOrDefault("ALLMENDE_COMMAND", "allmende");
        return called.contains("/")
                ? Path.of(called).toAbsolutePath().normalize().toString()
                : called;
    }

    private String commandLine(Client client) {
        var words = new ArrayList<>(List.of(program(), "login"));
        words.addAll(client.options());
        return words.stream()
                .map(word -> word.matches("[A-Za-z0-9_./:=@%+-]+") ? word : "'" + word.replace("'", "'\\''") + "'")
                .collect(Collectors.joining(" "));
    }
}
