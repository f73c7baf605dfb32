package dev.allmende.central.objectbucketcredentials;

import static dev.allmende.central.Ground.ready;
import static dev.allmende.central.Ground.reason;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.allmende.api.objectstorage.ObjectBucketCredentials;
import dev.allmende.central.Ground;
import dev.allmende.central.bucket.BucketObjects;
import dev.allmende.openstack.config.Secret;
import dev.allmende.openstack.identity.Actor;
import dev.allmende.openstack.identity.Tenancy;
import dev.allmende.openstack.identity.User;
import dev.allmende.openstack.resource.Filter;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** On the embedded server, with other logins. */
class ObjectBucketCredentialsTest extends ObjectBucketCredentialsBehaviour {

    @Test
    void keysThatOnlyReadAreOfALoginThatOnlyReads() {
        ground.create(ground.object("objectstorage", "ObjectBucket", "public", spec -> {
            spec.put("generateName", "public-");
            spec.put("deletionPolicy", "Delete");
        }));
        ground.create(ground.object("objectstorage", "ObjectBucketCredentials", "guest", spec -> {
            spec.put("bucketRef", Ground.reference("public"));
            spec.put("access", "Read");
        }));
        var waiting = ground.await(
                ObjectBucketCredentials.class,
                "guest",
                seen -> ready(seen).message().contains("access: Read needs"));
        assertThat(reason(waiting)).isEqualTo("WaitingFor");

        makeReader();
        ground.patchTenant("{\"spec\":{\"objectStorage\":{\"reader\":{\"name\":\"reader\"}}}}");
        ground.await(ObjectBucketCredentials.class, "guest", Ground::isReady);
        var keys = secret("guest");
        try (var s3 = open(keys)) {
            var bucket = keys.getOrDefault("bucket", "");
            assertThat(BucketObjects.status(s3, bucket)).isEqualTo(200);
            assertThatThrownBy(() -> BucketObjects.put(s3, bucket, "a", "nein")).hasMessageContaining("AccessDenied");
        }
    }

    /** A user with the role reader in the tenant's project, and the Secret with its login. */
    private void makeReader() {
        var keystone = new Tenancy(ground.admin());
        var token = ground.cloud().token();
        var user = keystone.users()
                .create(new User.Wish()
                        .name("guest")
                        .domain(token.userDomainId())
                        .password(new Secret("guest-password")));
        var role = keystone.roles().list(Filter.ALL).stream()
                .filter(each -> each.name().equals("reader"))
                .findFirst()
                .orElseThrow();
        keystone.grant(new Actor.Person(user.id()), role.id(), token.projectId().orElseThrow());
        ground.secret("reader", Map.of("username", "guest", "password", "guest-password", "projectName", "demo"));
    }

    @Test
    void keysOfAStoreMakeNoOthersAndTheObjectSaysSo() {
        ground.secret("given", Map.of("accessKey", "a", "secretKey", "b"));
        ground.patchTenant("{\"spec\":{\"objectStorage\":{\"credential\":{\"name\":\"given\"}}}}");
        ground.create(ground.object("objectstorage", "ObjectBucket", "plain", spec -> {
            spec.put("generateName", "plain-");
            spec.put("api", "Swift");
            spec.put("deletionPolicy", "Delete");
        }));
        ground.create(ground.object(
                "objectstorage",
                "ObjectBucketCredentials",
                "more",
                spec -> spec.put("bucketRef", Ground.reference("plain"))));
        var waiting = ground.await(
                ObjectBucketCredentials.class,
                "more",
                seen -> ready(seen).message().contains("makes no others"));
        assertThat(ready(waiting).message()).contains("Secret given", "spec.objectStorage.credential");
        ground.delete(ObjectBucketCredentials.class, "more");
        ground.awaitGone(ObjectBucketCredentials.class, "more");
        ground.patchTenant("{\"spec\":{\"objectStorage\":{\"credential\":null}}}");
    }
}
