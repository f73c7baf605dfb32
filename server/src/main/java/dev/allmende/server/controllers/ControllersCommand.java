package dev.allmende.server.controllers;

import dev.allmende.cli.ExitCode;
import dev.allmende.cli.Terminal;
import dev.allmende.cli.UserError;
import dev.allmende.kit.Connection;
import dev.allmende.kit.ControllerHost.Election;
import dev.allmende.server.port.ListenOn;
import dev.allmende.server.stop.Stop;
import dev.allmende.status.caller.Callers;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the controllers of all rooms against an API that is somebody else's. */
@Command(
        name = "controllers",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Run the controllers against any Kubernetes API until Ctrl-C or SIGTERM.",
            "What they must be allowed is in deploy/kubernetes/rights.yaml: apply it first."
        })
public final class ControllersCommand implements Callable<Integer> {

    /** Which API. */
    static final class Where {
        @Option(names = "--kubeconfig", paramLabel = "FILE", description = "How to reach the API.")
        private @Nullable Path kubeconfig;

        @Option(names = "--in-cluster", description = "Reach the API as the ServiceAccount of this pod.")
        private boolean inCluster;
    }

    @ArgGroup(multiplicity = "1")
    private Where where = new Where();

    @Option(
            names = "--namespace",
            paramLabel = "NAME",
            defaultValue = Rights.NAMESPACE,
            description = "Where the logins of clouds and the Lease are. Default: ${DEFAULT-VALUE}.")
    private String namespace = Rights.NAMESPACE;

    @Option(
            names = "--leader-elect",
            description = "Act only while this process holds the Lease: for several processes of which one acts.")
    private boolean elect;

    @Option(
            names = "--listen",
            paramLabel = "HOST:PORT",
            defaultValue = "127.0.0.1:8081",
            description = "Where /livez, /readyz and /metrics are. Default: ${DEFAULT-VALUE}.")
    private String listen = "";

    private final Terminal terminal;

    public ControllersCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        var stop = new Stop();
        stop.listen();
        var lost = new AtomicBoolean();
        try (var kubernetes = connect();
                var host = start(kubernetes, election(() -> lost.compareAndSet(false, stop.ask())));
                var page = HealthPage.listen(ListenOn.parse(listen), host::figures)) {
            say("controllers run against %s; health and metrics at port %d"
                    .formatted(kubernetes.getMasterUrl(), page.port()));
            stop.await();
        } finally {
            stop.closed();
        }
        if (lost.get()) {
            throw new UserError(ExitCode.UNAVAILABLE, "another process leads now: this one ends, start it anew");
        }
        return ExitCode.CONFORMS;
    }

    private KubernetesClient connect() throws IOException {
        if (where.inCluster || where.kubeconfig == null) {
            return Connection.inCluster();
        }
        try {
            return Connection.of(Files.readString(where.kubeconfig));
        } catch (NoSuchFileException missing) {
            throw new UserError(
                    ExitCode.CONFIG, "--kubeconfig: there is no file " + where.kubeconfig + ": is the path right?");
        } catch (IllegalArgumentException | KubernetesClientException broken) {
            throw new UserError(
                    ExitCode.CONFIG, "--kubeconfig: %s: %s".formatted(where.kubeconfig, broken.getMessage()), broken);
        }
    }

    private Host start(KubernetesClient kubernetes, Optional<Election> election) {
        try {
            return Host.start(kubernetes, namespace, election, Callers.NONE, Optional.empty(), Clock.systemUTC());
        } catch (KubernetesClientException e) {
            throw new UserError(
                    ExitCode.UNAVAILABLE,
                    "the controllers cannot start at %s: %s; may this user do what deploy/kubernetes/rights.yaml grants?"
                            .formatted(kubernetes.getMasterUrl(), e.getMessage()),
                    e);
        }
    }

    private Optional<Election> election(Runnable lost) {
        var identity = "%s-%d"
                .formatted(
                        terminal.env().getOrDefault("HOSTNAME", "local"),
                        ProcessHandle.current().pid());
        return elect ? Optional.of(new Election(identity, lost)) : Optional.empty();
    }

    private void say(String line) {
        terminal.out().println(line);
        terminal.out().flush();
    }
}
