package dev.allmende.central.keypair;

import dev.allmende.api.compute.KeyPair;
import dev.allmende.central.keep.Sought;
import io.fabric8.kubernetes.api.model.OwnerReferenceBuilder;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;

/**
 * Secrets of tenants with key pairs that are made here: type {@code kubernetes.io/ssh-auth} with the public key added. The
 * Secret is written before the cloud hears of the key, so that no private key is ever lost to a crash.
 *
 * @param random where keys come from: a secure one
 */
record KeySecrets(KubernetesClient kubernetes, SecureRandom random) {

    private static final String PRIVATE = "ssh-privatekey";
    private static final String PUBLIC = "ssh-publickey";

    /** Public key of the object's Secret; both are made when they are not there and the cloud has no key pair yet. */
    Sought<String> publicKey(KeyPair pair) {
        var name = Objects.requireNonNull(pair.getSpec().generate()).secretName();
        var known = kubernetes
                .secrets()
                .inNamespace(pair.getMetadata().getNamespace())
                .withName(name)
                .get();
        if (known != null) {
            return publicKey(known, pair);
        }
        boolean isMade = pair.getStatus() != null && pair.getStatus().id() != null;
        return isMade || pair.getMetadata().getDeletionTimestamp() != null
                ? new Sought.Waits<>(
                        "Secret %s is gone, and the private key with it: delete the KeyPair and make it anew"
                                .formatted(name))
                : Sought.of(make(pair, name));
    }

    private static Sought<String> publicKey(Secret secret, KeyPair pair) {
        boolean isOwn = secret.getMetadata().getOwnerReferences().stream()
                .anyMatch(owner -> owner.getUid().equals(pair.getMetadata().getUid()));
        return Optional.ofNullable(secret.getData())
                .map(data -> data.get(PUBLIC))
                .filter(key -> isOwn)
                .map(key -> new String(Base64.getDecoder().decode(key), StandardCharsets.UTF_8).strip())
                .<Sought<String>>map(Sought::of)
                .orElseGet(() -> new Sought.Waits<>("Secret %s is there already and not of this KeyPair: remove it"
                        .formatted(secret.getMetadata().getName())));
    }

    private String make(KeyPair pair, String name) {
        var keys = SshKeys.generate(random, pair.getMetadata().getName());
        kubernetes
                .resource(new SecretBuilder()
                        .withNewMetadata()
                        .withName(name)
                        .withNamespace(pair.getMetadata().getNamespace())
                        .withOwnerReferences(new OwnerReferenceBuilder()
                                .withApiVersion(pair.getApiVersion())
                                .withKind(pair.getKind())
                                .withName(pair.getMetadata().getName())
                                .withUid(pair.getMetadata().getUid())
                                .build())
                        .endMetadata()
                        .withType("kubernetes.io/ssh-auth")
                        .addToStringData(PRIVATE, keys.privateKey())
                        .addToStringData(PUBLIC, keys.publicKey() + "\n")
                        .build())
                .create();
        return keys.publicKey();
    }
}
