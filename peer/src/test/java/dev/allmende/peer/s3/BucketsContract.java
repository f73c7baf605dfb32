package dev.allmende.peer.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.allmende.peer.PeerException;
import dev.allmende.peer.PeerException.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds of a real object store and of ours in memory alike. */
abstract class BucketsContract {

    private final S3 s3 = open("archive");
    private final Buckets buckets = s3.buckets();
    private final String name = "allmende-test-" + Long.toHexString(System.nanoTime());

    /** As one of the users archive, producer1 and producer2. */
    abstract S3 open(String user);

    @BeforeEach
    void makes() {
        buckets.create(name);
    }

    @AfterEach
    void removes() {
        while (buckets.state(name) instanceof Buckets.State.Mine
                && buckets.purge(name).step() > 0) {}
        buckets.delete(name);
        s3.close();
    }

    @Test
    void aBucketIsMineAndAnothersOrFree() {
        assertThat(buckets.state(name))
                .asInstanceOf(InstanceOfAssertFactories.type(Buckets.State.Mine.class))
                .satisfies(mine -> assertThat(mine.since())
                        .isBetween(
                                Instant.now().minus(Duration.ofHours(1)),
                                Instant.now().plusSeconds(60)));
        try (var other = open("producer1")) {
            assertThat(other.buckets().state(name)).isEqualTo(new Buckets.State.Taken());
            assertThatThrownBy(() -> other.buckets().create(name))
                    .isInstanceOfSatisfying(
                            PeerException.class, e -> assertThat(e.kind()).isEqualTo(Kind.CONFLICT))
                    .hasMessageContaining("another name");
        }
        buckets.delete(name);
        assertThat(buckets.state(name)).isEqualTo(new Buckets.State.Free());
        buckets.delete(name);
    }

    @Test
    void tagsAreKept() {
        assertThat(buckets.tags(name)).isEmpty();
        buckets.setTags(name, Map.of(Buckets.OWNER, "uid-1", "a & b", "<ö>"));
        assertThat(buckets.tags(name)).isEqualTo(Map.of(Buckets.OWNER, "uid-1", "a & b", "<ö>"));
    }

    @Test
    void versioningGoesOnAndIsSuspended() {
        assertThat(buckets.versioning(name)).isEqualTo(Versioning.OFF);
        buckets.setVersioning(name, Versioning.ENABLED);
        assertThat(buckets.versioning(name)).isEqualTo(Versioning.ENABLED);
        buckets.setVersioning(name, Versioning.SUSPENDED);
        assertThat(buckets.versioning(name)).isEqualTo(Versioning.SUSPENDED);
    }

    @Test
    void lifecycleRulesAreReplacedAndRemoved() {
        var rules = Set.of(new Expiry("logs/", 7), new Expiry("", 30));
        buckets.setLifecycle(name, rules);
        assertThat(buckets.lifecycle(name)).isEqualTo(rules);
        buckets.setLifecycle(name, Set.of());
        assertThat(buckets.lifecycle(name)).isEmpty();
    }

    @Test
    void aPolicyLetsOthersIn() {
        assertThat(buckets.policy(name)).isEmpty();
        var policy = """
                        {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["s3:ListBucket"],
                          "Principal": {"AWS": ["arn:aws:iam:::user/producer1"]}, "Resource": ["arn:aws:s3:::%s"]}]}""".formatted(name);
        buckets.setPolicy(name, policy);
        assertThat(buckets.policy(name))
                .hasValueSatisfying(text -> assertThat(text).isEqualToIgnoringWhitespace(policy));
        try (var other = open("producer1")) {
            assertThat(other.buckets().state(name)).isEqualTo(new Buckets.State.Taken());
            assertThat(other.ask("GET", name, "").status()).isEqualTo(200);
            buckets.removePolicy(name);
            assertThat(buckets.policy(name)).isEmpty();
            assertThat(other.ask("GET", name, "").status()).isEqualTo(403);
        }
    }

    @Test
    void aBucketWithThingsInItStaysUntilItIsPurged() {
        buckets.setVersioning(name, Versioning.ENABLED);
        for (var body : new String[] {"eins", "zwei"}) {
            s3.sendObject("PUT", name, "über/+ & ~unter", "", body.getBytes(StandardCharsets.UTF_8));
        }
        s3.sendObject("PUT", name, "b", "", "drei".getBytes(StandardCharsets.UTF_8));
        s3.sendObject("DELETE", name, "b", "", S3.NO_BODY);
        s3.sendObject("POST", name, "offen+", "uploads", S3.NO_BODY);
        assertThatThrownBy(() -> buckets.delete(name))
                .isInstanceOfSatisfying(
                        PeerException.class, e -> assertThat(e.kind()).isEqualTo(Kind.CONFLICT))
                .hasMessageContaining("purge");

        var purge = buckets.purge(name);
        assertThat(purge.isDone()).isFalse();
        assertThat(purge.step()).isEqualTo(4);
        assertThat(purge.isDone()).isFalse();
        while (purge.step() > 0) {}
        assertThat(purge.isDone()).isTrue();
        buckets.delete(name);
        assertThat(buckets.state(name)).isEqualTo(new Buckets.State.Free());
    }

    @Test
    void anObjectIsReadAsItWasPutUntilItIsDeleted() {
        var objects = s3.objects(name);
        assertThat(objects.find("a/ö +.html")).isEmpty();
        var body = "<p>fünf</p>".getBytes(StandardCharsets.UTF_8);
        objects.put(
                "a/ö +.html", body, Map.of("Content-Type", "text/html; charset=utf-8", "Cache-Control", "no-cache"));
        assertThat(objects.find("a/ö +.html")).contains(body);
        objects.delete("a/ö +.html");
        objects.delete("a/ö +.html");
        assertThat(objects.find("a/ö +.html")).isEmpty();
    }

    @Test
    void usageIsTold() {
        s3.sendObject("PUT", name, "a", "", "fünf".getBytes(StandardCharsets.UTF_8));
        assertThat(buckets.usage(name)).contains(new Usage(1, 5));
    }

    @Test
    void wrongKeysAreTold() {
        try (var wrong = new S3(s3.address(), new Keys(s3.access(), "falsch-geraten"), Clock.systemUTC())) {
            assertThatThrownBy(() -> wrong.buckets().own())
                    .isInstanceOfSatisfying(
                            PeerException.class, e -> assertThat(e.kind()).isEqualTo(Kind.UNAUTHORIZED))
                    .hasMessageContaining("right keys")
                    .hasMessageNotContaining("falsch-geraten");
        }
    }

    @Test
    void aBadNameIsInvalid() {
        assertThatThrownBy(() -> buckets.create("No_Such..Name"))
                .isInstanceOfSatisfying(
                        PeerException.class, e -> assertThat(e.kind()).isEqualTo(Kind.INVALID))
                .hasMessageContaining("3 to 63");
    }
}
