package dev.allmende.server.controllers;

import dev.allmende.api.SecretReference;
import dev.allmende.api.tenancy.Cloud;
import dev.allmende.api.tenancy.CloudSpec;
import dev.allmende.openstack.config.CloudConfig;
import dev.allmende.openstack.config.CloudConfigs;
import dev.allmende.openstack.config.Credential;
import dev.allmende.server.demo.DemoCloud;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Makes the demonstration cloud known: a Cloud and the Secret with its login. Its address is another at each start. */
final class DemoObjects {

    private static final String NAME = "demo";

    private DemoObjects() {}

    static void apply(KubernetesClient kubernetes, Path data) throws IOException {
        var file = data.resolve("clouds.yaml");
        if (!DemoCloud.wrote(file)) {
            return;
        }
        var config = CloudConfigs.read(Map.of("OS_CLIENT_CONFIG_FILE", file.toString()), data, data)
                .get(DemoCloud.CLOUD);
        if (config.credential() instanceof Credential.Password login) {
            secret(kubernetes, login);
            cloud(kubernetes, config);
        }
    }

    private static void secret(KubernetesClient kubernetes, Credential.Password login) {
        var secret = new SecretBuilder()
                .withNewMetadata()
                .withName(NAME)
                .withNamespace(Rights.NAMESPACE)
                .endMetadata()
                .addToStringData("username", login.user().name().orElse(""))
                .addToStringData("password", login.password().reveal())
                .addToStringData("projectName", "demo")
                .build();
        kubernetes.resource(secret).createOr(old -> old.update());
    }

    private static void cloud(KubernetesClient kubernetes, CloudConfig config) {
        var cloud = new Cloud();
        cloud.setMetadata(new ObjectMetaBuilder().withName(NAME).build());
        cloud.setSpec(new CloudSpec(config.authUrl(), null, null, new SecretReference(NAME)));
        var resource = kubernetes.resources(Cloud.class).withName(NAME);
        var old = resource.get();
        if (old != null && !old.getSpec().equals(cloud.getSpec())) {
            resource.delete(); // the address of a cloud cannot be changed
        }
        kubernetes.resource(cloud).createOr(same -> same.update());
    }
}
