package dev.allmende.status.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.allmende.peer.PeerException;
import dev.allmende.peer.s3.Keys;
import dev.allmende.peer.s3.S3;
import dev.allmende.peer.s3.S3Address;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BucketTest {

    private final FakeBuckets store = new FakeBuckets();
    private final S3 s3 = new S3(S3Address.of(store.uri()), new Keys("access", "secret"), InstantSource.system());

    @AfterEach
    void close() {
        s3.close();
        store.close();
    }

    /** As this process opens it first. */
    private Bucket fresh() {
        return new Bucket(s3.objects("pages"), "cloud/", new HashMap<>());
    }

    private static Copier.Body body(String text) {
        return new Copier.Body(text.getBytes(StandardCharsets.UTF_8), "text/html; charset=utf-8");
    }

    private static void copy(Bucket bucket, String text, String... names) {
        var all = List.of(names);
        var before = bucket.announce(all);
        all.forEach(name -> bucket.write(name, body(text)));
        bucket.keep(before, all);
    }

    @Test
    void filesLieBelowThePrefixWithWhatABrowserNeeds() {
        copy(fresh(), "hello", "index.html", "incident/1.html");
        assertThat(store.names())
                .containsExactly(
                        "/pages/cloud/.allmende-export", "/pages/cloud/incident/1.html", "/pages/cloud/index.html");
        assertThat(store.header("/pages/cloud/index.html", "Content-Type")).isEqualTo("text/html; charset=utf-8");
        assertThat(store.header("/pages/cloud/index.html", "Cache-Control")).isEqualTo("no-cache");
    }

    @Test
    void whatStaysTheSameIsNotSentAgainNotEvenByAnotherProcess() {
        copy(fresh(), "hello", "index.html", "table.html");
        store.peer.forget();
        copy(fresh(), "hello", "index.html", "table.html");
        assertThat(store.peer.changes()).allMatch(change -> change.endsWith(Shelf.LIST));
    }

    @Test
    void whatIsNoMoreIsRemovedAndWhatOthersPutThereStays() {
        s3.objects("pages").put("cloud/logo.png", new byte[] {1}, Map.of());
        copy(fresh(), "hello", "index.html", "incident/1.html");
        copy(fresh(), "hello", "index.html");
        assertThat(store.names())
                .containsExactly("/pages/cloud/.allmende-export", "/pages/cloud/index.html", "/pages/cloud/logo.png");
        fresh().clear();
        assertThat(store.names()).containsExactly("/pages/cloud/logo.png");
    }

    @Test
    void aFileWhoseSendingWasCutIsSentAgainAndStillListed() {
        var bucket = fresh();
        copy(bucket, "hello", "index.html");
        store.peer.fail("PUT /pages/cloud/table.html", 503, "");
        assertThatThrownBy(() -> copy(bucket, "hello", "index.html", "table.html"))
                .isInstanceOf(PeerException.class);
        assertThat(store.texts().get("/pages/cloud/" + Shelf.LIST)).contains("table.html");
        copy(fresh(), "hello", "index.html", "table.html");
        assertThat(store.texts()).containsEntry("/pages/cloud/table.html", "hello");
    }
}
