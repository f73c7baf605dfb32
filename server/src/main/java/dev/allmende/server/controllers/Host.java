package dev.allmende.server.controllers;

import dev.allmende.central.Central;
import dev.allmende.cli.Product;
import dev.allmende.kit.ControllerHost;
import dev.allmende.openstack.ClientOptions;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Clock;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Starts the controllers of all rooms. */
final class Host {

    private static final System.Logger LOG = System.getLogger(Host.class.getName());

    /** Kept here, since the JDK forgets the level of a logger that nobody holds. */
    private static final Logger SDK = Logger.getLogger("io.javaoperatorsdk");

    private static final Logger VERSIONS =
            Logger.getLogger("io.fabric8.kubernetes.client.dsl.internal.VersionUsageUtils");

    private Host() {}

    static ControllerHost start(
            KubernetesClient kubernetes, String namespace, Optional<ControllerHost.Election> election) {
        SDK.setLevel(Level.WARNING);
        VERSIONS.setLevel(Level.SEVERE); // it warns of every kind whose version is not yet v1
        var options = new ControllerHost.Options(
                namespace, election, Clock.systemUTC(), problem -> LOG.log(System.Logger.Level.WARNING, problem));
        return ControllerHost.start(
                kubernetes,
                Central.controllers(kubernetes, namespace, ClientOptions.standard(Product.version())),
                options);
    }
}
