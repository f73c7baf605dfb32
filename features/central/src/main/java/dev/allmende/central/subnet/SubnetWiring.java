package dev.allmende.central.subnet;

import dev.allmende.api.network.Network;
import dev.allmende.api.network.Subnet;
import dev.allmende.api.network.SubnetSpec;
import dev.allmende.api.network.SubnetStatus;
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

/** Makes the controller of subnets. */
public final class SubnetWiring {

    /** How often a change behind our back is looked for. */
    private static final Duration RESYNC = Duration.ofMinutes(10);

    private SubnetWiring() {}

    public static Controller<Subnet, SubnetStatus> controller(KubernetesClient kubernetes, Projects projects) {
        var recipe = new SubnetRecipe(kubernetes);
        return new Controller<>(
                Subnet.class,
                Definition.of(Subnet.class, SubnetSpec.class, SubnetStatus.class),
                new Keeper<>(projects, recipe),
                SubnetStatus.UNSEEN,
                SubnetStatus::with,
                Optional.empty(),
                RESYNC,
                Optional.of(new Undoer<>(projects, recipe)),
                List.of(
                        new Dependency<>(Tenant.class, SubnetWiring::tenant),
                        new Dependency<>(Network.class, SubnetWiring::network)));
    }

    private static Optional<Dependency.Place> tenant(Subnet subnet) {
        return Optional.of(new Dependency.Place("", subnet.getMetadata().getNamespace()));
    }

    private static Optional<Dependency.Place> network(Subnet subnet) {
        return Optional.ofNullable(subnet.getSpec().networkRef())
                .map(reference -> new Dependency.Place(subnet.getMetadata().getNamespace(), reference.name()));
    }
}
