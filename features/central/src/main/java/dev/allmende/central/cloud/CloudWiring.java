package dev.allmende.central.cloud;

import dev.allmende.api.schema.Definition;
import dev.allmende.api.tenancy.Cloud;
import dev.allmende.api.tenancy.CloudStatus;
import dev.allmende.kit.Controller;
import dev.allmende.kit.Mirror;
import dev.allmende.openstack.ClientOptions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Makes the controller of clouds. */
public final class CloudWiring {

    private static final Duration RESYNC = Duration.ofMinutes(5);

    private CloudWiring() {}

    public static Controller<Cloud, CloudStatus> controller(Mirror mirror, ClientOptions options) {
        return new Controller<>(
                Cloud.class,
                Definition.of(Cloud.class),
                new CloudActuator(new Logins(mirror), options),
                CloudStatus.UNSEEN,
                CloudStatus::with,
                RESYNC,
                Optional.empty(),
                List.of(Logins.dependency(
                        mirror, cloud -> cloud.getSpec().credential().name())));
    }
}
