package dev.allmende.server.controllers;

import dev.allmende.kit.Apply;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** What the controllers may do: {@code deploy/kubernetes/rights.yaml}, which is in the program, too. */
final class Rights {

    static final String NAMESPACE = "allmende-system";

    /** Name of the ServiceAccount as a user. */
    static final String USER = "system:serviceaccount:" + NAMESPACE + ":allmende-controllers";

    private Rights() {}

    static void apply(KubernetesClient administrator) throws IOException {
        try (InputStream rights = Objects.requireNonNull(
                Rights.class.getResourceAsStream("/deploy/kubernetes/rights.yaml"), "rights.yaml is in the program")) {
            administrator.load(rights).items().forEach(item -> Apply.to(administrator, item));
        }
    }
}
