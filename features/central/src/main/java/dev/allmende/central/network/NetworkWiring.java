package dev.allmende.central.network;

import dev.allmende.api.network.Network;
import dev.allmende.api.network.NetworkSpec;
import dev.allmende.api.network.NetworkStatus;
import dev.allmende.api.schema.Definition;
import dev.allmende.api.tenancy.Tenant;
import dev.allmende.central.keep.Keeper;
import dev.allmende.central.keep.Undoer;
import dev.allmende.central.tenant.Projects;
import dev.allmende.kit.Controller;
import dev.allmende.kit.Dependency;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Makes the controller of networks. */
public final class NetworkWiring {

    /** How often a change behind our back is looked for. */
    private static final Duration RESYNC = Duration.ofMinutes(10);

    private NetworkWiring() {}

    public static Controller<Network, NetworkStatus> controller(KubernetesClient kubernetes, Projects projects) {
        var recipe = new NetworkRecipe(kubernetes);
        return new Controller<>(
                Network.class,
                Definition.of(Network.class, NetworkSpec.class, NetworkStatus.class),
                new Keeper<>(projects, recipe),
                NetworkStatus.UNSEEN,
                NetworkStatus::with,
                Optional.empty(),
                RESYNC,
                Optional.of(new Undoer<>(projects, recipe)),
                List.of(new Dependency<>(Tenant.class, NetworkWiring::tenant)));
    }

    private static Optional<Dependency.Place> tenant(Network network) {
        return Optional.of(new Dependency.Place("", network.getMetadata().getNamespace()));
    }
}
