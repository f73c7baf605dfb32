package dev.allmende.central.identity;

import dev.allmende.central.identity.realm.Realm;
import dev.allmende.central.keycloak.ConnectionSecret;
import dev.allmende.central.keycloak.Keycloak;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The resources around one resource: those of its namespace, and no others. */
public final class Scene {

    private final KubernetesClient kubernetes;
    private final String namespace;
    private final Keycloaks keycloaks;
    private final boolean leaving;

    /** @param leaving whether the resource is being deleted: what it needed may be on its way out too */
    Scene(KubernetesClient kubernetes, String namespace, Keycloaks keycloaks, boolean leaving) {
        this.kubernetes = kubernetes;
        this.namespace = namespace;
        this.keycloaks = keycloaks;
        this.leaving = leaving;
    }

    /** @throws Waiting when there is no such resource, or it is not ready */
    public <R extends Thing<?>> R ready(Class<R> type, String name) {
        var found =
                kubernetes.resources(type).inNamespace(namespace).withName(name).get();
        var what = type.getSimpleName() + " '" + name + "'";
        if (found == null) {
            throw new Waiting(what + " is not there");
        }
        var ready =
                found.statusOrNew().condition("Ready").map(Condition::status).orElse("");
        if (found.statusOrNew().id() == null || !(leaving || ready.equals("True"))) {
            throw new Waiting(what + " is not ready");
        }
        return found;
    }

    /** @throws Waiting as {@link #ready} */
    public String id(Class<? extends Thing<?>> type, String name) {
        return Objects.requireNonNull(ready(type, name).statusOrNew().id());
    }

    public Place place(NameRef realm) {
        var resource = ready(Realm.class, realm.name());
        return new Place(
                keycloak(resource.getSpec().connection()),
                Objects.requireNonNull(resource.statusOrNew().id()));
    }

    public Keycloak keycloak(NameRef secret) {
        var connection = ConnectionSecret.read(secret.name(), data(secret(secret)));
        return keycloaks.get(namespace + "/" + secret.name(), connection);
    }

    /** @throws Waiting when there is none */
    public Secret secret(NameRef ref) {
        return Optional.ofNullable(kubernetes
                        .secrets()
                        .inNamespace(namespace)
                        .withName(ref.name())
                        .get())
                .orElseThrow(() -> new Waiting("Secret '" + ref.name() + "' is not there"));
    }

    /** @throws Waiting when the key is not there */
    public String value(Secret secret, String key) {
        return Optional.ofNullable(data(secret).get(key))
                .orElseThrow(() -> new Waiting(
                        "key '" + key + "' of Secret '" + secret.getMetadata().getName() + "' is not there"));
    }

    /** Writes a Secret that goes with its owner, unless it says the same already. */
    public void write(String name, Thing<?> owner, Map<String, String> values) {
        var there = kubernetes.secrets().inNamespace(namespace).withName(name).get();
        if (there != null && data(there).equals(values)) {
            return;
        }
        if (there != null
                && there.getMetadata().getOwnerReferences().stream()
                        .noneMatch(
                                each -> each.getUid().equals(owner.getMetadata().getUid()))) {
            throw new Waiting("Secret '" + name
                    + "' is somebody else's: take another name in secretRef, or remove it; its place");
        }
        var secret = new SecretBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(namespace)
                .addNewOwnerReference()
                .withApiVersion(owner.getApiVersion())
                .withKind(owner.getKind())
                .withName(owner.getMetadata().getName())
                .withUid(owner.getMetadata().getUid())
                .withController(true)
                .endOwnerReference()
                .endMetadata()
                .withStringData(values)
                .build();
        if (there == null) {
            kubernetes.resource(secret).create();
        } else {
            kubernetes.resource(secret).update();
        }
    }

    private static Map<String, String> data(Secret secret) {
        var decoded = new LinkedHashMap<String, String>();
        if (secret.getData() != null) {
            secret.getData()
                    .forEach((key, value) ->
                            decoded.put(key, new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8)));
        }
        return decoded;
    }
}
