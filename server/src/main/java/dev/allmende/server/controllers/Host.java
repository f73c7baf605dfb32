package dev.allmende.server.controllers;

import dev.allmende.central.Central;
import dev.allmende.cli.Product;
import dev.allmende.kit.Controller;
import dev.allmende.kit.ControllerHost;
import dev.allmende.kit.Mirror;
import dev.allmende.openstack.ClientOptions;
import dev.allmende.server.log.Quiet;
import dev.allmende.server.status.ApiCallers;
import dev.allmende.server.status.ApiGrants;
import dev.allmende.status.Status;
import dev.allmende.status.caller.Callers;
import dev.allmende.status.notice.Networks;
import dev.allmende.status.trace.Tracing;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** The controllers of all rooms. */
record Host(ControllerHost controllers, Central central, Status status) implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Host.class.getName());

    /** Kept here, since the JDK forgets the level of a logger that nobody holds. */
    private static final Logger SDK = Logger.getLogger("io.javaoperatorsdk");

    /**
     * @param cookies whose session of a browser a request belongs to
     * @param exports folder below which status pages are exported; empty for nowhere
     * @param clock by which maintenance begins and ends, probes judge and waits are counted
     */
    static Host start(
            KubernetesClient kubernetes,
            String namespace,
            Optional<ControllerHost.Election> election,
            Callers cookies,
            Optional<Path> exports,
            Clock clock) {
        SDK.setLevel(Level.WARNING);
        Quiet.aboutVersions();
        var options =
                new ControllerHost.Options(election, clock, problem -> LOG.log(System.Logger.Level.WARNING, problem));
        var mirror = new Mirror(kubernetes, namespace);
        var client = ClientOptions.standard(Product.version());
        var central = new Central(mirror, client);
        var status = new Status(
                mirror,
                clock,
                new Status.Reach(new ProbedClouds(mirror), client, options.problems(), networks(), tracing(), exports),
                new Status.Access(new ApiCallers(kubernetes, cookies), new ApiGrants(kubernetes)));
        List<Controller<?, ?>> all = Stream.concat(central.controllers().stream(), status.controllers().stream())
                .toList();
        return new Host(ControllerHost.start(mirror, Status.definitions(), all, options), central, status);
    }

    /** In Prometheus' text format. */
    String figures() {
        return controllers.figures().text() + status.figures();
    }

    /** That messages of status pages may go to, beyond public ones. */
    private static Networks networks() {
        return Networks.and(System.getenv().getOrDefault(Networks.VARIABLE, ""));
    }

    private static Optional<Tracing> tracing() {
        return Tracing.of(System.getenv());
    }

    @Override
    public void close() {
        status.close();
        controllers.close();
        central.close();
    }
}
