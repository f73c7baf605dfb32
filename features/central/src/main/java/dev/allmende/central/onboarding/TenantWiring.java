package dev.allmende.central.onboarding;

import dev.allmende.api.Thing;
import dev.allmende.api.compute.Flavor;
import dev.allmende.api.image.Image;
import dev.allmende.api.network.Network;
import dev.allmende.api.schema.Definition;
import dev.allmende.api.tenancy.Cloud;
import dev.allmende.api.tenancy.Tenant;
import dev.allmende.api.tenancy.TenantStatus;
import dev.allmende.central.cloud.Logins;
import dev.allmende.central.onboarding.Offers.Offer;
import dev.allmende.central.tenant.Projects;
import dev.allmende.kit.Controller;
import dev.allmende.kit.Dependency;
import dev.allmende.kit.Mirror;
import dev.allmende.openstack.compute.Computing;
import dev.allmende.openstack.image.Imaging;
import dev.allmende.openstack.network.Networking;
import dev.allmende.openstack.resource.Filter;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes the controller of tenants. */
public final class TenantWiring {

    private static final Duration RESYNC = Duration.ofMinutes(5);

    /** What every tenant of a cloud finds in its namespace. */
    private static final List<Offer<?>> OFFERS = List.of(
            new Offer<>(
                    Network.class,
                    cloud -> new Networking(cloud)
                            .networks().list(Filter.ALL).stream()
                                    .filter(network -> network.external() || network.shared())
                                    .toList()),
            new Offer<>(Image.class, cloud -> new Imaging(cloud).images().list(Filter.by("visibility", "public"))),
            new Offer<>(
                    Flavor.class,
                    cloud -> new Computing(cloud)
                            .flavors().list(Filter.ALL).stream()
                                    .filter(flavor -> flavor.isPublic())
                                    .toList()));

    private TenantWiring() {}

    /** @param kinds of the objects that a tenant may have */
    public static Controller<Tenant, TenantStatus> controller(
            Mirror mirror, Projects projects, InstantSource clock, List<Class<? extends Thing<?, ?>>> kinds) {
        var space = new Space(mirror);
        var credentials = new Credentials(mirror, projects, clock, new SecureRandom());
        return new Controller<>(
                Tenant.class,
                Definition.of(Tenant.class),
                new Onboarding(projects, space, credentials, new Offers(mirror, OFFERS)),
                TenantStatus.UNSEEN,
                TenantStatus::with,
                RESYNC,
                Optional.of(new Offboarding(mirror, projects, space, kinds)),
                List.of(
                        Logins.dependency(mirror, Projects::secretOf),
                        new Dependency<>(Cloud.class, TenantWiring::cloud, false),
                        new Dependency<>(Namespace.class, TenantWiring::namespace, false),
                        new Dependency<>(RoleBinding.class, TenantWiring::bindings, false)));
    }

    private static Stream<Dependency.Place> cloud(Tenant tenant) {
        return Stream.of(new Dependency.Place("", tenant.getSpec().cloudRef().name()));
    }

    private static Stream<Dependency.Place> namespace(Tenant tenant) {
        return Stream.of(new Dependency.Place("", tenant.getMetadata().getName()));
    }

    private static Stream<Dependency.Place> bindings(Tenant tenant) {
        return Space.bindings()
                .map(role -> new Dependency.Place(tenant.getMetadata().getName(), role));
    }
}
