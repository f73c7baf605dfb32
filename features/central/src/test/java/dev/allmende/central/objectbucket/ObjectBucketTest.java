package dev.allmende.central.objectbucket;

import static dev.allmende.central.Ground.id;
import static dev.allmende.central.Ground.ready;
import static dev.allmende.central.Ground.reason;
import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.api.objectstorage.ObjectBucket;
import dev.allmende.central.Ground;
import dev.allmende.central.bucket.Ec2Credentials;
import dev.allmende.peer.s3.Buckets;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import java.security.SecureRandom;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** On the embedded server, with what must not be lost between two steps, and with logins that will not do. */
class ObjectBucketTest extends ObjectBucketBehaviour {

    private static final PatchContext MERGE =
            new PatchContext.Builder().withPatchType(PatchType.JSON_MERGE).build();

    @Test
    void anApplicationCredentialMakesNoKeysAndTheObjectSaysSo() {
        ground.secret("delegated", Map.of("applicationCredentialID", "x", "applicationCredentialSecret", "y"));
        ground.patchTenant("{\"spec\":{\"objectStorage\":{\"credential\":{\"name\":\"delegated\"}}}}");
        ground.create(bucket("locked", spec -> mayGo(spec)));
        var waiting = ground.await(
                ObjectBucket.class, "locked", seen -> ready(seen).message().contains("application credential"));
        assertThat(reason(waiting)).isEqualTo("WaitingFor");
        assertThat(ready(waiting).message())
                .contains("Secret delegated", "spec.objectStorage.credential of Tenant " + ground.tenant(), "Swift");

        ground.patchTenant("{\"spec\":{\"objectStorage\":null}}");
        ground.await(ObjectBucket.class, "locked", Ground::isReady);
    }

    /** As a controller leaves it that is killed between the create and the mark. */
    @Test
    void aBucketWhoseCreateWasCutOffIsItsObjectsOwn() {
        ground.patchTenant("{\"spec\":{\"objectStorage\":{\"credential\":{\"name\":\"none\"}}}}");
        ground.create(bucket("cut", spec -> mayGo(spec)));
        ground.await(ObjectBucket.class, "cut", seen -> reason(seen).equals("WaitingFor"));
        ground.kubernetes()
                .resources(ObjectBucket.class)
                .inNamespace(ground.tenant())
                .withName("cut")
                .subresource("status")
                .patch(
                        MERGE,
                        "{\"status\":{\"observed\":{\"name\":\"%s\",\"endpoint\":\"\"}}}".formatted(named("cut")));
        buckets().create(named("cut"));

        ground.patchTenant("{\"spec\":{\"objectStorage\":null}}");
        var made = ground.await(ObjectBucket.class, "cut", Ground::isReady);
        assertThat(id(made)).isEqualTo(named("cut"));
        assertThat(buckets().tags(named("cut")))
                .containsEntry(Buckets.OWNER, made.getMetadata().getUid());
    }

    @Test
    void theKeysGoWithTheLastBucketAndComeAgainWhenSomebodyTakesThemAway() {
        var pairs = new Ec2Credentials(ground.cloud(), new SecureRandom());
        ground.create(bucket("only", spec -> mayGo(spec)));
        ground.await(ObjectBucket.class, "only", Ground::isReady);
        var own = pairs.all().stream()
                .filter(each -> !each.equals(MadeUp.access(false)))
                .toList();
        assertThat(own).hasSize(1);

        pairs.delete(own.getFirst());
        ground.wake();
        ground.await(ObjectBucket.class, "only", seen -> reason(seen).equals("Unauthorized"));
        ground.wake();
        ground.await(ObjectBucket.class, "only", Ground::isReady);

        ground.kubernetes()
                .resources(ObjectBucket.class)
                .inNamespace(ground.tenant())
                .list()
                .getItems()
                .forEach(each -> {
                    var name = each.getMetadata().getName();
                    ground.change(ObjectBucket.class, name, "deletionPolicy", "Delete");
                    ground.delete(ObjectBucket.class, name);
                    ground.awaitGone(ObjectBucket.class, name);
                });
        assertThat(pairs.all()).doesNotContainAnyElementsOf(own);
    }
}
