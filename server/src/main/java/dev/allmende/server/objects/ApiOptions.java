package dev.allmende.server.objects;

import dev.allmende.cli.ExitCode;
import dev.allmende.cli.Terminal;
import dev.allmende.cli.UserError;
import dev.allmende.kit.Connection;
import dev.allmende.server.log.Quiet;
import dev.allmende.server.place.Folders;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which API, and as whom. */
public final class ApiOptions {

    @Option(
            names = "--kubeconfig",
            paramLabel = "FILE",
            description = "Default: $$KUBECONFIG, else the one of the server on this machine, else ~/.kube/config.")
    private @Nullable Path kubeconfig;

    public KubernetesClient connect(Terminal terminal) {
        var file = file(terminal);
        Quiet.aboutVersions();
        try {
            return Connection.of(Files.readString(file));
        } catch (IOException | IllegalArgumentException | KubernetesClientException broken) {
            throw new UserError(
                    ExitCode.CONFIG, "kubeconfig %s cannot be used: %s".formatted(file, broken.getMessage()), broken);
        }
    }

    private Path file(Terminal terminal) {
        if (kubeconfig != null) {
            return kubeconfig;
        }
        var env = terminal.env();
        return Stream.of(
                        Optional.ofNullable(env.get("KUBECONFIG"))
                                .filter(text -> !text.isEmpty())
                                .map(text -> Path.of(text.split(":", -1)[0])),
                        Optional.of(Folders.of(null, null, env).kubeconfig()),
                        Optional.ofNullable(env.get("HOME")).map(home -> Path.of(home, ".kube", "config")))
                .flatMap(Optional::stream)
                .filter(Files::isReadable)
                .findFirst()
                .orElseThrow(() -> new UserError(
                        ExitCode.CONFIG,
                        "there is no kubeconfig: name one with --kubeconfig, or start a server with allmende up"));
    }
}
