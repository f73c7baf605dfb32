package dev.allmende.central;

import dev.allmende.central.cloud.CloudWiring;
import dev.allmende.kit.Controller;
import dev.allmende.openstack.ClientOptions;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;

/** The controllers of this room. */
public final class Central {

    private Central() {}

    /** @param namespace of the Secrets with the logins of clouds */
    public static List<Controller<?, ?>> controllers(
            KubernetesClient kubernetes, String namespace, ClientOptions options) {
        return List.of(CloudWiring.controller(kubernetes, namespace, options));
    }
}
