package dev.allmende.central.cloud;

import dev.allmende.api.schema.Definition;
import dev.allmende.api.tenancy.Cloud;
import dev.allmende.api.tenancy.CloudSpec;
import dev.allmende.api.tenancy.CloudStatus;
import dev.allmende.kit.Controller;
import dev.allmende.openstack.ClientOptions;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.util.Optional;

/** Makes the controller of clouds. */
public final class CloudWiring {

    private static final Duration RESYNC = Duration.ofMinutes(5);

    private CloudWiring() {}

    /** @param namespace in which the Secrets with logins are */
    public static Controller<Cloud, CloudStatus> controller(
            KubernetesClient kubernetes, String namespace, ClientOptions options) {
        return new Controller<>(
                Cloud.class,
                Definition.of(Cloud.class, CloudSpec.class, CloudStatus.class),
                new CloudActuator(new Logins(kubernetes, namespace), options),
                CloudStatus.UNSEEN,
                CloudStatus::with,
                Optional.of(cloud -> cloud.getSpec().credential().name()),
                RESYNC);
    }
}
