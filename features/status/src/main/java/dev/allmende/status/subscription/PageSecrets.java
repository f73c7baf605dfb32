package dev.allmende.status.subscription;

import dev.allmende.api.SecretReference;
import dev.allmende.kit.Mirror;
import io.fabric8.kubernetes.api.model.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Secrets beside the controllers that a page may use: those that name its namespace. Otherwise who may write an object of the
 * page could have any Secret used.
 */
public final class PageSecrets {

    /** Annotation of a Secret: the namespace that may use it. */
    public static final String FOR = "status.allmende.dev/for";

    private PageSecrets() {}

    /** What a Secret says; empty when it is not there, or not for this namespace. */
    public static Optional<Map<String, String>> find(Mirror mirror, String namespace, SecretReference reference) {
        return mirror.secret(reference.name())
                .filter(secret -> namespace.equals(
                        Objects.requireNonNullElse(secret.getMetadata().getAnnotations(), Map.<String, String>of())
                                .get(FOR)))
                .map(PageSecrets::contents);
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
