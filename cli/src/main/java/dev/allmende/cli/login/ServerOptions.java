package dev.allmende.cli.login;

import dev.allmende.cli.ExitCode;
import dev.allmende.cli.UserError;
import dev.allmende.cli.kubeconfig.Entry;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that name a server, and the context that is written for it. */
final class ServerOptions {

    @Option(
            names = "--server",
            paramLabel = "URL",
            description =
                    "API server: a context for it is written into the kubeconfig. Without it you are signed in only.")
    private @Nullable URI server;

    @Option(
            names = "--server-ca",
            paramLabel = "FILE",
            description =
                    "Certificates (PEM) that the server's may be signed by. Default: those of --ca, else the machine's.")
    private @Nullable Path authorities;

    @Option(names = "--context", paramLabel = "NAME", description = "Name of the context. Default: the server's host.")
    private @Nullable String context;

    @Option(names = "--namespace", paramLabel = "NAME", description = "Namespace of the context: your tenant's.")
    private @Nullable String namespace;

    @Option(
            names = "--kubeconfig",
            paramLabel = "FILE",
            description = "File to add the context to. Default: $$KUBECONFIG, else ~/.kube/config.")
    @Nullable
    Path kubeconfig;

    /** Empty without a server. */
    Optional<Entry> entry(Client client, String program) throws IOException {
        if (server == null) {
            return Optional.empty();
        }
        if (!"https".equals(server.getScheme()) || server.getHost() == null) {
            throw new UserError(ExitCode.USAGE, "--server " + server + ": must be an https address");
        }
        var trusted = Optional.ofNullable(authorities).or(client::authorities);
        var pem = trusted.isEmpty()
                ? Optional.<String>empty()
                : Optional.of(Files.readString(trusted.get(), StandardCharsets.ISO_8859_1));
        var name = context == null ? name(server) : context;
        return Optional.of(new Entry(name, server, pem, Optional.ofNullable(namespace), plugIn(client, program)));
    }

    private static String name(URI server) {
        return server.getPort() < 0 ? server.getHost() : server.getHost() + "-" + server.getPort();
    }

    private static List<String> plugIn(Client client, String program) {
        var command = new java.util.ArrayList<>(List.of(program, "login", "--exec"));
        command.addAll(client.options());
        return command;
    }
}
