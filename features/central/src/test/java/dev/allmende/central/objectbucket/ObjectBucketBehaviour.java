package dev.allmende.central.objectbucket;

import static dev.allmende.central.Ground.id;
import static dev.allmende.central.Ground.observed;
import static dev.allmende.central.Ground.ready;
import static dev.allmende.central.Ground.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.allmende.api.objectstorage.ObjectBucket;
import dev.allmende.central.Ground;
import dev.allmende.central.Grounded;
import dev.allmende.central.bucket.BucketObjects;
import dev.allmende.peer.s3.Buckets;
import dev.allmende.peer.s3.Expiry;
import dev.allmende.peer.s3.S3;
import dev.allmende.peer.s3.Versioning;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How buckets behave that are looked after by S3, whichever API their objects are in, and whichever store they are in. */
abstract class ObjectBucketBehaviour extends Grounded {

    private S3 s3;
    private Buckets buckets;

    /** The tenant's account, or somebody else's. */
    S3 open(boolean isStranger) {
        return MadeUp.open(ground, isStranger);
    }

    /** Says where the tenant's store is, when that is not the cloud's. */
    void settle() {}

    @BeforeAll
    void start() {
        settle();
        s3 = open(false);
        buckets = s3.buckets();
    }

    @AfterAll
    void stop() {
        s3.close();
    }

    Buckets buckets() {
        return buckets;
    }

    /** One that no other run has. */
    String named(String name) {
        return ground.system() + "-" + name;
    }

    GenericKubernetesResource bucket(String name, Consumer<Map<String, Object>> more) {
        return ground.object("objectstorage", "ObjectBucket", name, spec -> {
            spec.put("name", named(name));
            more.accept(spec);
        });
    }

    static void mayGo(Map<String, Object> spec) {
        spec.put("deletionPolicy", "Delete");
    }

    @Test
    void aBucketIsMarkedAndFollowsItsSpec() {
        ground.create(ground.object("objectstorage", "ObjectBucket", "photos", spec -> {
            mayGo(spec);
            spec.put("generateName", "photos-");
            spec.put("versioning", true);
            spec.put("lifecycle", List.of(Map.of("prefix", "tmp/", "expireDays", 7), Map.of("expireDays", 90)));
        }));

        var made = ground.await(ObjectBucket.class, "photos", Ground::isReady);
        var uid = made.getMetadata().getUid();
        var name = id(made);
        assertThat(name).isEqualTo("photos-" + uid.substring(0, 8));
        assertThat(observed(made).name()).isEqualTo(name);
        assertThat(observed(made).endpoint()).isEqualTo(s3.address().endpoint().toString());
        assertThat(buckets.tags(name)).containsEntry(Buckets.OWNER, uid);
        assertThat(buckets.versioning(name)).isEqualTo(Versioning.ENABLED);
        assertThat(buckets.lifecycle(name)).containsExactlyInAnyOrder(new Expiry("tmp/", 7), new Expiry("", 90));

        var policy = """
                {"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "Action": ["s3:DeleteObject"],
                  "Principal": "*", "Resource": ["arn:aws:s3:::%s/keep/*"]}]}""".formatted(name);
        BucketObjects.put(s3, name, "a", "vier");
        ground.patch(
                ObjectBucket.class,
                "photos",
                "{\"spec\":{\"versioning\":false,\"lifecycle\":[],\"policy\":%s}}".formatted(quoted(policy)));
        var changed = ground.settled(ObjectBucket.class, "photos", 2);
        assertThat(buckets.versioning(name)).isEqualTo(Versioning.SUSPENDED);
        assertThat(buckets.lifecycle(name)).isEmpty();
        assertThat(buckets.policy(name)).isPresent();
        assertThat(observed(changed).objects()).isEqualTo(1);
        assertThat(observed(changed).bytes()).isEqualTo(4);

        ground.patch(ObjectBucket.class, "photos", "{\"spec\":{\"policy\":\"\",\"purge\":true}}");
        ground.settled(ObjectBucket.class, "photos", 3);
        assertThat(buckets.policy(name)).isEmpty();
        ground.delete(ObjectBucket.class, "photos");
        ground.awaitGone(ObjectBucket.class, "photos");
        assertThat(buckets.state(name)).isEqualTo(new Buckets.State.Free());
    }

    private static String quoted(String json) {
        return '"' + json.replace("\n", " ").replace("\"", "\\\"") + '"';
    }

    @Test
    void aBucketIsProtectedAndOneThatIsNotEmptyStays() {
        ground.create(bucket("precious", spec -> {}));
        var name = id(ground.await(ObjectBucket.class, "precious", Ground::isReady));
        BucketObjects.put(s3, name, "a", "teuer");

        ground.delete(ObjectBucket.class, "precious");
        var kept = ground.await(
                ObjectBucket.class, "precious", seen -> reason(seen).equals("Deleting"));
        assertThat(ready(kept).message()).startsWith("protected: set spec.deletionPolicy");

        ground.change(ObjectBucket.class, "precious", "deletionPolicy", "Delete");
        var full = ground.await(
                ObjectBucket.class, "precious", seen -> reason(seen).equals("Conflict"));
        assertThat(ready(full).message()).contains("BucketNotEmpty", "purge: true");
        assertThat(BucketObjects.get(s3, name, "a")).isEqualTo("teuer");

        ground.patch(ObjectBucket.class, "precious", "{\"spec\":{\"purge\":true}}");
        ground.awaitGone(ObjectBucket.class, "precious");
        assertThat(buckets.state(name)).isEqualTo(new Buckets.State.Free());
    }

    @Test
    void aNameOfAnotherAccountIsTakenAndItsBucketLeftAlone() {
        try (var stranger = open(true)) {
            var theirs = stranger.buckets();
            theirs.create(named("taken"));
            ground.create(bucket("taken", spec -> mayGo(spec)));
            var taken = ground.await(
                    ObjectBucket.class, "taken", seen -> reason(seen).equals("Conflict"));
            assertThat(ready(taken).message()).contains("another account", "generateName");

            ground.create(ground.object("objectstorage", "ObjectBucket", "spy", spec -> {
                spec.put("managementPolicy", "Observe");
                spec.put("import", Map.of("id", named("taken")));
            }));
            ground.await(ObjectBucket.class, "spy", seen -> reason(seen).equals("WaitingFor"));

            ground.delete(ObjectBucket.class, "taken");
            ground.awaitGone(ObjectBucket.class, "taken");
            assertThat(theirs.state(named("taken"))).isInstanceOf(Buckets.State.Mine.class);
            theirs.delete(named("taken"));
        }
    }

    @Test
    void aBucketThatIsThereIsTakenOverOnlyByImport() {
        var name = named("old");
        buckets.create(name);
        buckets.setTags(name, Map.of("team", "blue"));
        ground.create(bucket("old", spec -> mayGo(spec)));
        var refused =
                ground.await(ObjectBucket.class, "old", seen -> reason(seen).equals("Conflict"));
        assertThat(ready(refused).message()).contains("set import");
        ground.delete(ObjectBucket.class, "old");
        ground.awaitGone(ObjectBucket.class, "old");

        ground.create(ground.object("objectstorage", "ObjectBucket", "adopted", spec -> {
            spec.put("import", Map.of("filter", Map.of("name", name)));
            spec.put("versioning", true);
        }));
        var adopted = ground.await(ObjectBucket.class, "adopted", Ground::isReady);
        assertThat(id(adopted)).isEqualTo(name);
        assertThat(buckets.tags(name))
                .containsEntry("team", "blue")
                .containsEntry(Buckets.OWNER, adopted.getMetadata().getUid());
        assertThat(buckets.versioning(name)).isEqualTo(Versioning.ENABLED);

        ground.delete(ObjectBucket.class, "adopted");
        ground.awaitGone(ObjectBucket.class, "adopted");
        assertThat(buckets.state(name)).isInstanceOf(Buckets.State.Mine.class);
        buckets.delete(name);
    }

    @Test
    void driftIsShownAndALostStatusMakesNoSecondBucket() {
        ground.create(bucket("logs", spec -> {
            mayGo(spec);
            spec.put("versioning", true);
        }));
        var name = id(ground.await(ObjectBucket.class, "logs", Ground::isReady));
        buckets.setVersioning(name, Versioning.SUSPENDED);
        ground.wake();
        var drifted = ground.await(
                ObjectBucket.class, "logs", seen -> !seen.getStatus().drift().isEmpty());
        assertThat(drifted.getStatus().drift().getFirst().path()).isEqualTo("versioning");
        ground.change(ObjectBucket.class, "logs", "drift", "Correct");
        ground.settled(ObjectBucket.class, "logs", 2);
        assertThat(buckets.versioning(name)).isEqualTo(Versioning.ENABLED);

        ground.forgetStatus(ObjectBucket.class, "logs");
        assertThat(id(ground.await(ObjectBucket.class, "logs", Ground::isReady)))
                .isEqualTo(name);
    }

    @Test
    void whatDoesNotGoTogetherIsRefusedWithTheFieldNamed() {
        assertThatThrownBy(() -> ground.create(bucket("both", spec -> spec.put("generateName", "both-"))))
                .hasMessageContaining("either name or generateName");
        assertThatThrownBy(() -> ground.create(bucket("big", spec -> spec.put("quota", Map.of("objects", 1)))))
                .hasMessageContaining("quota needs api Swift");
        assertThatThrownBy(() -> ground.create(bucket("swift", spec -> {
                    spec.put("api", "Swift");
                    spec.put("policy", "{}");
                })))
                .hasMessageContaining("lifecycle and policy need api S3");
        assertThatThrownBy(() -> ground.create(bucket("loud", spec -> spec.put("name", "LOUD"))))
                .hasMessageContaining("spec.name");
        ground.create(bucket("fixed", spec -> mayGo(spec)));
        assertThatThrownBy(() -> ground.change(ObjectBucket.class, "fixed", "name", named("other")))
                .hasMessageContaining("spec.name")
                .hasMessageContaining("make it anew");
        ground.patch(ObjectBucket.class, "fixed", "{\"spec\":{\"policy\":\"{\"}}");
        var broken =
                ground.await(ObjectBucket.class, "fixed", seen -> reason(seen).equals("InvalidSpec"));
        assertThat(ready(broken).message()).contains("spec.policy");
    }
}
