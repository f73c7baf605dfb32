package dev.allmende.server.controllers;

import dev.allmende.api.SecretReference;
import dev.allmende.api.tenancy.Cloud;
import dev.allmende.api.tenancy.CloudSpec;
import dev.allmende.api.tenancy.Tenant;
import dev.allmende.api.tenancy.TenantSpec;
import dev.allmende.kit.Apply;
import dev.allmende.openstack.config.CloudConfig;
import dev.allmende.openstack.config.CloudConfigs;
import dev.allmende.openstack.config.Credential;
import dev.allmende.openstack.config.Scope;
import dev.allmende.server.demo.DemoCloud;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * Makes the demonstration cloud known: a Cloud with an administrator's login, and a Tenant that has a project in it, so that
 * whoever comes new can ask for a network at once. The cloud's address is another at each start.
 */
final class DemoObjects {

    private static final String NAME = "demo";

    /** Secret of the Cloud: whoever takes tenants on must be an administrator. */
    private static final String ADMIN = "demo-admin";

    private DemoObjects() {}

    static void apply(KubernetesClient kubernetes, Path data) throws IOException {
        var file = data.resolve("clouds.yaml");
        if (!DemoCloud.wrote(file)) {
            return;
        }
        var clouds = CloudConfigs.read(Map.of("OS_CLIENT_CONFIG_FILE", file.toString()), data, data);
        var member = clouds.get(DemoCloud.CLOUD);
        secret(kubernetes, NAME, member);
        secret(kubernetes, ADMIN, clouds.get(DemoCloud.ADMIN));
        cloud(kubernetes, member);
        tenant(kubernetes);
        DemoStatus.apply(kubernetes);
    }

    private static void secret(KubernetesClient kubernetes, String name, CloudConfig config) {
        if (config.credential() instanceof Credential.Password login
                && config.scope() instanceof Scope.Project project) {
            var secret = new SecretBuilder()
                    .withNewMetadata()
                    .withName(name)
                    .withNamespace(Rights.NAMESPACE)
                    .endMetadata()
                    .addToStringData("username", login.user().name().orElse(""))
                    .addToStringData("password", login.password().reveal())
                    .addToStringData("projectName", project.name().orElse(""))
                    .build();
            kubernetes.resource(secret).createOr(old -> old.update());
        }
    }

    private static void cloud(KubernetesClient kubernetes, CloudConfig config) {
        var cloud = new Cloud();
        cloud.setMetadata(new ObjectMetaBuilder().withName(NAME).build());
        cloud.setSpec(new CloudSpec(config.authUrl(), null, null, new SecretReference(ADMIN)));
        var resource = kubernetes.resources(Cloud.class).withName(NAME);
        var old = resource.get();
        if (old != null && !old.getSpec().authURL().equals(config.authUrl())) {
            resource.delete(); // the address of a cloud cannot be changed
        }
        kubernetes.resource(cloud).createOr(same -> same.update());
    }

    /** What somebody made of it since stays. */
    private static void tenant(KubernetesClient kubernetes) {
        var tenant = new Tenant();
        tenant.setMetadata(new ObjectMetaBuilder().withName(NAME).build());
        tenant.setSpec(TenantSpec.of(NAME, NAME));
        Apply.unlessThere(kubernetes, tenant);
    }
}
