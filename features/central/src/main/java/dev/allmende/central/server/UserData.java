package dev.allmende.central.server;

import dev.allmende.api.compute.UserDataSource;
import dev.allmende.central.keep.Sought;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** Reads what new servers are given. It may be secret: it is told to nobody but the cloud. */
record UserData(KubernetesClient kubernetes) {

    Sought<byte[]> read(String namespace, UserDataSource from) {
        if (from.secretRef() != null) {
            var name = from.secretRef().name();
            var secret = Optional.ofNullable(
                    kubernetes.secrets().inNamespace(namespace).withName(name).get());
            return found("Secret", name, from.key(), secret.map(Secret::getData), Base64.getDecoder()::decode);
        }
        var name = Objects.requireNonNull(from.configMapRef()).name();
        var map = Optional.ofNullable(
                kubernetes.configMaps().inNamespace(namespace).withName(name).get());
        return found(
                "ConfigMap",
                name,
                from.key(),
                map.map(ConfigMap::getData),
                text -> text.getBytes(StandardCharsets.UTF_8));
    }

    private static Sought<byte[]> found(
            String kind, String name, String key, Optional<Map<String, String>> data, Function<String, byte[]> bytes) {
        return data.map(entries -> entries.get(key))
                .map(bytes)
                .<Sought<byte[]>>map(Sought::of)
                .orElseGet(() -> new Sought.Waits<>("%s %s with key %s is not there".formatted(kind, name, key)));
    }
}
