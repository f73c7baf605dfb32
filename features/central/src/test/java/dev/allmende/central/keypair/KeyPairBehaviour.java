package dev.allmende.central.keypair;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.allmende.api.compute.KeyPair;
import dev.allmende.central.Ground;
import dev.allmende.central.Grounded;
import dev.allmende.openstack.compute.Computing;
import dev.allmende.openstack.compute.KeyPair.Wish;
import dev.allmende.openstack.resource.Filter;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How key pairs behave, whichever API their objects are in. */
abstract class KeyPairBehaviour extends Grounded {

    private Computing computing() {
        return new Computing(ground.cloud());
    }

    private void create(String name, Map<String, Object> spec) {
        ground.create(ground.object("compute", "KeyPair", name, fields -> fields.putAll(spec)));
    }

    private static String someKey() {
        return SshKeys.generate(new SecureRandom(), "someone").publicKey();
    }

    private Secret secret(String name) {
        return Objects.requireNonNull(ground.kubernetes()
                .secrets()
                .inNamespace(ground.tenant())
                .withName(name)
                .get());
    }

    private static String text(@Nullable String base64) {
        return new String(Base64.getDecoder().decode(Objects.requireNonNull(base64)), StandardCharsets.UTF_8);
    }

    @Test
    void aGivenKeyIsPutIntoTheCloudAndGoesWithItsObject() {
        var key = someKey();
        create("given", Map.of("publicKey", key + "\n"));

        var pair = ground.await(KeyPair.class, "given", Ground::isReady);
        assertThat(Ground.observed(pair).publicKey()).isEqualTo(key);
        assertThat(Ground.observed(pair).fingerprint()).contains(":");
        assertThat(computing().keyPair("given").orElseThrow().publicKey()).isEqualTo(key);

        ground.delete(KeyPair.class, "given");
        ground.awaitGone(KeyPair.class, "given");
        assertThat(computing().keyPair("given")).isEmpty();
    }

    @Test
    void aKeyPairIsMadeHereAndOnlyItsSecretHasThePrivateKey() {
        create("made", Map.of("generate", Map.of("secretName", "made-ssh")));

        var pair = ground.await(KeyPair.class, "made", Ground::isReady);

        var secret = secret("made-ssh");
        assertThat(secret.getType()).isEqualTo("kubernetes.io/ssh-auth");
        assertThat(secret.getMetadata().getOwnerReferences())
                .singleElement()
                .satisfies(owner ->
                        assertThat(owner.getUid()).isEqualTo(pair.getMetadata().getUid()));
        assertThat(text(secret.getData().get("ssh-publickey")).strip())
                .isEqualTo(computing().keyPair("made").orElseThrow().publicKey());
        assertThat(text(secret.getData().get("ssh-privatekey"))).startsWith("-----BEGIN OPENSSH PRIVATE KEY-----");
        assertThat(Serialization.asJson(pair)).doesNotContain("PRIVATE KEY");
    }

    @Test
    void aLostKeyPairIsPutBackWithTheKeyOfItsSecret() {
        create("moved", Map.of("generate", Map.of("secretName", "moved-ssh")));
        ground.await(KeyPair.class, "moved", Ground::isReady);
        var key = secret("moved-ssh").getData().get("ssh-publickey");
        // as after a change of the credential's user, who has no key pairs
        computing().keyPairs().delete("moved");

        ground.wake();

        ground.await(
                KeyPair.class,
                "moved",
                seen -> !Ground.isReady(seen) || computing().keyPair("moved").isPresent());
        ground.await(
                KeyPair.class,
                "moved",
                seen -> Ground.isReady(seen) && computing().keyPair("moved").isPresent());
        assertThat(secret("moved-ssh").getData()).containsEntry("ssh-publickey", key);
        assertThat(computing().keyPair("moved").orElseThrow().publicKey())
                .isEqualTo(text(key).strip());
    }

    @Test
    void aSecretOfSomebodyElseIsNotTouched() {
        ground.kubernetes()
                .resource(new SecretBuilder()
                        .withNewMetadata()
                        .withName("taken")
                        .withNamespace(ground.tenant())
                        .endMetadata()
                        .addToStringData("ssh-publickey", someKey())
                        .build())
                .create();

        create("late", Map.of("generate", Map.of("secretName", "taken")));

        var pair =
                ground.await(KeyPair.class, "late", seen -> Ground.reason(seen).equals("WaitingFor"));
        assertThat(Ground.ready(pair).message())
                .isEqualTo("Secret taken is there already and not of this KeyPair: remove it");
        assertThat(computing().keyPair("late")).isEmpty();
    }

    @Test
    void aKeyPairOfTheSameNameWithAnotherKeyIsNotOurs() {
        computing().keyPairs().create(new Wish().name("theirs").publicKey(someKey()));

        create("theirs", Map.of("publicKey", someKey()));

        ground.await(KeyPair.class, "theirs", seen -> Ground.reason(seen).equals("Conflict"));
        ground.delete(KeyPair.class, "theirs");
        ground.awaitGone(KeyPair.class, "theirs");
        assertThat(computing().keyPair("theirs")).isPresent();
        computing().keyPairs().delete("theirs");
    }

    @Test
    void anotherKeyUnderTheNameIsShownAndPutRightWhenThatIsWanted() {
        var key = someKey();
        create("swapped", Map.of("publicKey", key));
        ground.await(KeyPair.class, "swapped", Ground::isReady);
        computing().keyPairs().delete("swapped");
        computing().keyPairs().create(new Wish().name("swapped").publicKey(someKey()));

        ground.wake();
        ground.await(KeyPair.class, "swapped", seen -> !seen.getStatus().drift().isEmpty());
        ground.change(KeyPair.class, "swapped", "drift", "Correct");

        ground.await(
                KeyPair.class,
                "swapped",
                seen -> Ground.isReady(seen) && seen.getStatus().drift().isEmpty());
        assertThat(computing().keyPair("swapped").orElseThrow().publicKey()).isEqualTo(key);
        assertThat(computing().keyPairs().list(Filter.ALL))
                .filteredOn(each -> each.name().equals("swapped"))
                .hasSize(1);
    }

    @Test
    void whatCannotBeIsRefusedWithTheFieldNamed() {
        assertThatThrownBy(() -> create("none", Map.of())).hasMessageContaining("say either publicKey or generate");
        assertThatThrownBy(() -> create("private", Map.of("publicKey", "-----BEGIN OPENSSH PRIVATE KEY-----")))
                .hasMessageContaining("spec.publicKey");
        create("fixed", Map.of("publicKey", someKey()));
        assertThatThrownBy(() -> ground.change(KeyPair.class, "fixed", "publicKey", someKey()))
                .hasMessageContaining("spec.publicKey")
                .hasMessageContaining("make it anew");
        assertThatThrownBy(() -> ground.change(KeyPair.class, "fixed", "name", "other"))
                .hasMessageContaining("name, publicKey and generate cannot be changed");
    }
}
