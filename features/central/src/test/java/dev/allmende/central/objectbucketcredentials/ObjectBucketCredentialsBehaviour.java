package dev.allmende.central.objectbucketcredentials;

import static dev.allmende.central.Ground.observed;
import static dev.allmende.central.Ground.ready;
import static dev.allmende.central.Ground.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.allmende.api.objectstorage.ObjectBucket;
import dev.allmende.api.objectstorage.ObjectBucketCredentials;
import dev.allmende.central.Ground;
import dev.allmende.central.Grounded;
import dev.allmende.central.bucket.BucketObjects;
import dev.allmende.central.bucket.Ec2Credentials;
import dev.allmende.peer.s3.Keys;
import dev.allmende.peer.s3.S3;
import dev.allmende.peer.s3.S3Address;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.SecretBuilder;
import io.fabric8.kubernetes.client.dsl.Resource;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * How keys to buckets behave, whichever API their objects are in, and whichever cloud they are in. The buckets are looked
 * after by Swift, so that no other keys are about.
 */
abstract class ObjectBucketCredentialsBehaviour extends Grounded {

    private Ec2Credentials pairs;

    @BeforeAll
    void start() {
        ground.patchTenant("{\"spec\":{\"objectStorage\":{\"region\":\"%s\"}}}"
                .formatted(ground.site().own().region()));
        pairs = new Ec2Credentials(ground.cloud(), new SecureRandom());
    }

    private String named(String name) {
        return ground.system() + "-" + name;
    }

    private void bucket(String name) {
        ground.create(ground.object("objectstorage", "ObjectBucket", name, spec -> {
            spec.put("name", named(name));
            spec.put("api", "Swift");
            spec.put("deletionPolicy", "Delete");
            spec.put("purge", true);
        }));
    }

    private GenericKubernetesResource keys(String name, String bucket, Consumer<Map<String, Object>> more) {
        return ground.object("objectstorage", "ObjectBucketCredentials", name, spec -> {
            spec.put("bucketRef", Ground.reference(bucket));
            more.accept(spec);
        });
    }

    private Resource<io.fabric8.kubernetes.api.model.Secret> stored(String name) {
        return ground.kubernetes().secrets().inNamespace(ground.tenant()).withName(name);
    }

    Map<String, String> secret(String name) {
        var values = new HashMap<String, String>();
        stored(name)
                .require()
                .getData()
                .forEach((key, value) ->
                        values.put(key, new String(Base64.getDecoder().decode(value), StandardCharsets.UTF_8)));
        return values;
    }

    S3 open(Map<String, String> secret) {
        var address = S3Address.of(URI.create(said(secret, "AWS_ENDPOINT_URL")));
        var keys = new Keys(said(secret, "AWS_ACCESS_KEY_ID"), said(secret, "AWS_SECRET_ACCESS_KEY"));
        var region = said(secret, "AWS_REGION");
        return new S3(
                new S3Address(address.endpoint(), region, true, address.authorities(), address.limits()),
                keys,
                Clock.systemUTC());
    }

    private static String said(Map<String, String> secret, String key) {
        return Objects.requireNonNull(secret.get(key), key);
    }

    private ObjectBucketCredentials await(String name, long number) {
        return ground.await(
                ObjectBucketCredentials.class,
                name,
                seen -> Ground.isReady(seen) && observed(seen).number() == number);
    }

    @Test
    void keysWaitForTheirBucketOpenItAndAreRenewedWithAnOverlap() {
        ground.create(keys("web", "shop", spec -> {
            spec.put("secretRef", Ground.reference("web-keys"));
            spec.put("rotateAfter", "30d");
            spec.put("overlap", "2h");
        }));
        var waiting = ground.await(
                ObjectBucketCredentials.class, "web", seen -> reason(seen).equals("WaitingFor"));
        assertThat(ready(waiting).message()).isEqualTo("ObjectBucket shop is not there");
        bucket("shop");

        var made = await("web", 1);
        var first = observed(made);
        var old = secret("web-keys");
        assertThat(old)
                .containsEntry("AWS_ACCESS_KEY_ID", first.accessKey())
                .containsEntry("bucket", named("shop"))
                .containsKeys("endpoint", "AWS_REGION");
        assertThat(first.secret()).isEqualTo("web-keys");
        assertThat(made.toString()).doesNotContain(said(old, "AWS_SECRET_ACCESS_KEY"));
        try (var s3 = open(old)) {
            BucketObjects.put(s3, named("shop"), "a", "vier");
            assertThat(BucketObjects.get(s3, named("shop"), "a")).isEqualTo("vier");
        }

        ground.patch(ObjectBucketCredentials.class, "web", "{\"spec\":{\"rotation\":\"leaked\"}}");
        var second = observed(await("web", 2));
        assertThat(second.rotation()).isEqualTo("leaked");
        assertThat(pairs.all()).contains(first.accessKey(), second.accessKey());
        assertThat(secret("web-keys")).containsEntry("AWS_ACCESS_KEY_ID", second.accessKey());
        try (var s3 = open(secret("web-keys"))) {
            assertThat(BucketObjects.status(s3, named("shop"))).isEqualTo(200);
        }

        ground.later(Duration.ofHours(3));
        ground.wake();
        ground.until(() -> !pairs.all().contains(first.accessKey()));

        ground.later(Duration.ofDays(30));
        ground.wake();
        var third = observed(await("web", 3));

        ground.delete(ObjectBucket.class, "shop");
        var held = ground.await(ObjectBucket.class, "shop", seen -> reason(seen).equals("Deleting"));
        assertThat(ready(held).message()).isEqualTo("still used by ObjectBucketCredentials web");
        ground.delete(ObjectBucketCredentials.class, "web");
        ground.awaitGone(ObjectBucketCredentials.class, "web");
        assertThat(pairs.all()).doesNotContain(second.accessKey(), third.accessKey());
        ground.awaitGone(ObjectBucket.class, "shop");
    }

    @Test
    void aLostStatusOrSecretMakesNoSecondPair() {
        bucket("lost");
        ground.create(keys("lost", "lost", spec -> {}));
        var made = observed(await("lost", 1));
        ground.forgetStatus(ObjectBucketCredentials.class, "lost");
        assertThat(observed(await("lost", 1)).accessKey()).isEqualTo(made.accessKey());

        var before = secret("lost");
        stored("lost").delete();
        ground.until(() -> {
            ground.wake();
            return stored("lost").get() != null;
        });
        assertThat(secret("lost")).isEqualTo(before);
    }

    @Test
    void whatKeysCannotBeIsRefusedWithTheFieldNamed() {
        assertThatThrownBy(() -> ground.create(keys("taken", "shop", spec -> spec.put("import", Map.of("id", "abc")))))
                .hasMessageContaining("cannot be imported");
        ground.create(keys("fixed", "nowhere", spec -> {}));
        assertThatThrownBy(() -> ground.patch(
                        ObjectBucketCredentials.class, "fixed", "{\"spec\":{\"bucketRef\":{\"name\":\"other\"}}}"))
                .hasMessageContaining("spec.bucketRef")
                .hasMessageContaining("make it anew");
    }

    @Test
    void aSecretOfSomebodyElseIsLeftAlone() {
        ground.kubernetes()
                .resource(new SecretBuilder()
                        .withNewMetadata()
                        .withName("theirs")
                        .withNamespace(ground.tenant())
                        .endMetadata()
                        .addToStringData("word", "stays")
                        .build())
                .create();
        bucket("other");
        ground.create(keys("theirs", "other", spec -> {}));
        var refused = ground.await(
                ObjectBucketCredentials.class, "theirs", seen -> reason(seen).equals("Conflict"));
        assertThat(ready(refused).message()).contains("Secret theirs is there");
        assertThat(secret("theirs")).isEqualTo(Map.of("word", "stays"));
    }
}
