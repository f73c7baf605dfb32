package dev.allmende.status.subscription;

import dev.allmende.api.SecretReference;
import dev.allmende.kit.Mirror;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Secrets beside the controllers. A page gets only those that name its namespace: otherwise who may write a Subscription
 * could have any Secret sent to a server of his.
 */
final class Secrets {

    /** Annotation of a Secret: the namespace that may use it. */
    static final String FOR = "status.allmende.dev/for";

    private static final String LINKS = "allmende-status-links";
    private static final String KEY = "key";
    private static final int KEY_BYTES = 32;

    private final Mirror mirror;
    private final SecureRandom random;

    Secrets(Mirror mirror, SecureRandom random) {
        this.mirror = mirror;
        this.random = random;
    }

    /** What a Secret says; empty when it is not there, or not for this namespace. */
    Optional<Map<String, String>> find(String namespace, SecretReference reference) {
        return mirror.secret(reference.name())
                .filter(secret -> namespace.equals(
                        Objects.requireNonNullElse(secret.getMetadata().getAnnotations(), Map.<String, String>of())
                                .get(FOR)))
                .map(Secrets::contents);
    }

    /** What links are signed with; made when it is first needed. Who removes the Secret makes all links stale. */
    byte[] linkKey() {
        return mirror.secret(LINKS)
                .or(() -> Optional.ofNullable(made()))
                .map(secret -> Base64.getDecoder().decode(secret.getData().get(KEY)))
                .orElseThrow(() -> new IllegalStateException("Secret " + LINKS + " cannot be made"));
    }

    private Secret made() {
        var bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        var secret = new SecretBuilder()
                .withNewMetadata()
                .withName(LINKS)
                .withNamespace(mirror.namespace())
                .endMetadata()
                .addToData(KEY, Base64.getEncoder().encodeToString(bytes))
                .build();
        var kubernetes = mirror.kubernetes();
        try {
            return kubernetes.resource(secret).create();
        } catch (KubernetesClientException there) {
            if (there.getCode() != HttpURLConnection.HTTP_CONFLICT) {
                throw there;
            }
            return kubernetes
                    .secrets()
                    .inNamespace(mirror.namespace())
                    .withName(LINKS)
                    .get();
        }
    }

    private static Map<String, String> contents(Secret secret) {
        Map<String, String> values = new LinkedHashMap<>();
        if (secret.getData() != null) {
            secret.getData()
                    .forEach((key, value) -> values.put(
                            key, new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8).strip()));
        }
        return values;
    }
}
