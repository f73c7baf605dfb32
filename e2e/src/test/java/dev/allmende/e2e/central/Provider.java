package dev.allmende.e2e.central;

import dev.allmende.api.ObjectReference;
import dev.allmende.api.SecretReference;
import dev.allmende.api.tenancy.Catalogue;
import dev.allmende.api.tenancy.Cloud;
import dev.allmende.api.tenancy.CloudSpec;
import dev.allmende.api.tenancy.Member;
import dev.allmende.api.tenancy.Tenant;
import dev.allmende.api.tenancy.TenantCredential;
import dev.allmende.api.tenancy.TenantSpec;
import dev.allmende.devcloud.DevCloud;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.util.List;
import java.util.Map;

/**
 * Takes tenants on by hand: each has the demonstration project of a made-up cloud.
 *
 * @param system namespace of the controllers
 */
record Provider(KubernetesClient kubernetes, String system) {

    /** The kinds must be there. */
    void take(String tenant, DevCloud devcloud, Catalogue catalogue, Member... members) {
        kubernetes
                .resource(new SecretBuilder()
                        .withNewMetadata()
                        .withName("login")
                        .withNamespace(system)
                        .endMetadata()
                        .addToStringData(Map.of("username", "demo", "password", "demo-password", "projectName", "demo"))
                        .build())
                .create();
        var cloud = new Cloud();
        cloud.setMetadata(named(tenant));
        cloud.setSpec(new CloudSpec(devcloud.authUrl(), null, null, new SecretReference("login")));
        kubernetes.resource(cloud).create();
        var who = new Tenant();
        who.setMetadata(named(tenant));
        who.setSpec(new TenantSpec(
                null,
                new ObjectReference(tenant),
                null,
                new TenantCredential("login", null),
                List.of(members),
                null,
                catalogue,
                null));
        kubernetes.resource(who).create();
    }

    private static ObjectMeta named(String name) {
        return new ObjectMetaBuilder().withName(name).build();
    }
}
