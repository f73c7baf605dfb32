package dev.allmende.central.onboarding;

import dev.allmende.api.Condition;
import dev.allmende.api.SecretReference;
import dev.allmende.api.tenancy.Cloud;
import dev.allmende.api.tenancy.CloudSpec;
import dev.allmende.api.tenancy.Tenant;
import dev.allmende.central.Ground;
import dev.allmende.openstack.config.CloudConfig;
import dev.allmende.openstack.config.Credential;
import dev.allmende.openstack.config.Scope;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.dsl.NonDeletingOperation;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Who takes tenants on: makes Clouds and Tenants as a provider writes them. */
record Provider(Ground ground) {

    private static final int PATIENCE_SECONDS = 90;
    static final PatchContext MERGE =
            new PatchContext.Builder().withPatchType(PatchType.JSON_MERGE).build();

    /** Full name of a tenant: Tenants and Clouds have no namespace, so their names must be this test's own. */
    String full(String name) {
        return ground.system() + "-" + name;
    }

    /** A Cloud with this login. */
    String cloud(String name, CloudConfig login) {
        return cloud(name, login, login.authUrl(), null);
    }

    /** @param url where it is reached */
    String cloud(String name, CloudConfig login, String url, @Nullable String authorities) {
        secret(full(name), data(login));
        var cloud = new Cloud();
        cloud.setMetadata(new ObjectMetaBuilder().withName(full(name)).build());
        cloud.setSpec(new CloudSpec(url, null, authorities, new SecretReference(full(name))));
        ground.kubernetes().resource(cloud).createOr(NonDeletingOperation::update);
        return full(name);
    }

    private static Map<String, String> data(CloudConfig config) {
        var data = new HashMap<String, String>();
        if (config.credential() instanceof Credential.Password login) {
            data.put("username", login.user().name().orElseThrow());
            data.put("password", login.password().reveal());
            login.user().domain().name().ifPresent(name -> data.put("userDomainName", name));
        }
        switch (config.scope()) {
            case Scope.Project project -> data.put("projectName", project.name().orElseThrow());
            case Scope.OfDomain domain ->
                data.put("domainName", domain.domain().name().orElseThrow());
            default -> throw new IllegalStateException("a provider's login is for a project or a domain");
        }
        return data;
    }

    void secret(String name, Map<String, String> data) {
        ground.kubernetes()
                .resource(new SecretBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .withNamespace(ground.system())
                        .endMetadata()
                        .addToStringData(data)
                        .build())
                .createOr(NonDeletingOperation::update);
    }

    /** A tenant with a project and a login of its own. */
    void take(String name, String cloud) {
        take(name, cloud, Map.of());
    }

    /** @param more fields of the spec */
    void take(String name, String cloud, Map<String, Object> more) {
        var spec = new HashMap<String, Object>();
        spec.put("cloudRef", Map.of("name", cloud));
        spec.put("openstack", Map.of("create", Map.of()));
        spec.put("credential", Map.of("managed", Map.of()));
        spec.putAll(more);
        create(name, spec);
    }

    void create(String name, Map<String, Object> spec) {
        var tenant = new GenericKubernetesResource();
        tenant.setApiVersion("tenancy.allmende.dev/v1alpha1");
        tenant.setKind("Tenant");
        tenant.setMetadata(new ObjectMetaBuilder().withName(full(name)).build());
        tenant.setAdditionalProperty("spec", spec);
        ground.kubernetes().resource(tenant).create();
    }

    void patch(String name, String json) {
        ground.kubernetes().resources(Tenant.class).withName(full(name)).patch(MERGE, json);
    }

    void annotate(String name, String key, String value) {
        patch(name, "{\"metadata\":{\"annotations\":{\"%s\":\"%s\"}}}".formatted(key, value));
    }

    Tenant await(String name, Predicate<Tenant> wanted) {
        return ground.kubernetes()
                .resources(Tenant.class)
                .withName(full(name))
                .waitUntilCondition(
                        seen -> seen != null && seen.getStatus() != null && wanted.test(seen),
                        PATIENCE_SECONDS,
                        TimeUnit.SECONDS);
    }

    Tenant ready(String name) {
        return await(name, seen -> Condition.isReady(seen.getStatus()));
    }

    static Condition condition(Tenant tenant) {
        return Condition.find(tenant.getStatus().conditions(), Condition.READY).orElseThrow();
    }

    /** What lies in the Secret of a managed login. */
    Map<String, String> login(String name) {
        var data = new HashMap<String, String>();
        find("tenant-" + full(name))
                .orElseThrow()
                .getData()
                .forEach((key, value) ->
                        data.put(key, new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8)));
        return data;
    }

    Optional<Secret> find(String secret) {
        return Optional.ofNullable(ground.kubernetes()
                .secrets()
                .inNamespace(ground.system())
                .withName(secret)
                .get());
    }

    /** All tenants of this provider, confirmed; returns when they are gone. */
    void letGo() {
        var tenants = ground.kubernetes().resources(Tenant.class).list().getItems().stream()
                .filter(tenant -> tenant.getMetadata().getName().startsWith(ground.system() + "-"))
                .filter(tenant -> !tenant.getMetadata().getName().equals(ground.tenant()))
                .toList();
        for (var tenant : tenants) {
            annotate(
                    tenant.getMetadata().getName().substring(ground.system().length() + 1),
                    Offboarding.CONFIRM,
                    tenant.getMetadata().getName());
            ground.kubernetes().resource(tenant).delete();
        }
        tenants.forEach(tenant -> ground.kubernetes()
                .resource(tenant)
                .waitUntilCondition(Objects::isNull, PATIENCE_SECONDS, TimeUnit.SECONDS));
    }
}
