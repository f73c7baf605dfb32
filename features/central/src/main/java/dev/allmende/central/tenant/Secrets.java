package dev.allmende.central.tenant;

import dev.allmende.peer.PeerException;
import dev.allmende.peer.PeerException.Kind;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Secrets of tenants: those that their objects name, and those written for them. Read when they are needed, and not kept. */
public record Secrets(KubernetesClient kubernetes) {

    /**
     * What is in a Secret.
     *
     * @param version another one as soon as the Secret is another one, or has changed
     */
    public record Contents(String version, Map<String, String> values) {

        public Contents {
            values = Map.copyOf(values);
        }

        @Override
        public String toString() {
            return "Contents[%s, %s]".formatted(version, values.keySet());
        }
    }

    /** A Secret of the object's namespace. */
    public Optional<Contents> find(HasMetadata from, String name) {
        return Optional.ofNullable(secret(from, name)).map(Secrets::contents);
    }

    /**
     * Writes a Secret that goes with its owner, unless it says the same already.
     *
     * @throws PeerException of kind CONFLICT when there is one that is not the owner's
     */
    public void write(HasMetadata owner, String name, Map<String, String> values) {
        var there = secret(owner, name);
        if (there == null) {
            kubernetes.resource(made(owner, name, values)).create();
            return;
        }
        if (!isOf(owner, there)) {
            throw new PeerException(
                    Kind.CONFLICT,
                    0,
                    "Secret %s is there and not this object's: take another name, or remove it".formatted(name));
        }
        if (!contents(there).values().equals(values)) {
            kubernetes.resource(made(owner, name, values)).update();
        }
    }

    private @Nullable Secret secret(HasMetadata from, String name) {
        return kubernetes
                .secrets()
                .inNamespace(from.getMetadata().getNamespace())
                .withName(name)
                .get();
    }

    private static boolean isOf(HasMetadata owner, Secret secret) {
        return secret.getMetadata().getOwnerReferences().stream()
                .anyMatch(each -> each.getUid().equals(owner.getMetadata().getUid()));
    }

    private static Contents contents(Secret secret) {
        var values = new LinkedHashMap<String, String>();
        if (secret.getData() != null) {
            secret.getData()
                    .forEach((key, value) ->
                            values.put(key, new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8)));
        }
        var metadata = secret.getMetadata();
        return new Contents(metadata.getUid() + "/" + metadata.getResourceVersion(), values);
    }

    private static Secret made(HasMetadata owner, String name, Map<String, String> values) {
        var of = owner.getMetadata();
        return new SecretBuilder()
                .withNewMetadata()
                .withName(name)
                .withNamespace(of.getNamespace())
                .addNewOwnerReference()
                .withApiVersion(owner.getApiVersion())
                .withKind(owner.getKind())
                .withName(of.getName())
                .withUid(of.getUid())
                .withController(true)
                .endOwnerReference()
                .endMetadata()
                .withStringData(values)
                .build();
    }
}
