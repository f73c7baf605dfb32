package dev.allmende.status.subscription;

import dev.allmende.api.SecretReference;
import dev.allmende.kit.Mirror;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.HttpURLConnection;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** Secrets beside the controllers, and the one that links are signed with. */
final class Secrets {

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
        return PageSecrets.find(mirror, namespace, reference);
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
}
