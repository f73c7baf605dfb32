package dev.allmende.apiserver.store;

import static dev.allmende.apiserver.store.Objects.WIDGETS;
import static dev.allmende.apiserver.store.Objects.creating;
import static dev.allmende.apiserver.store.Objects.widget;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class FullDiskTest extends StoreCase {

    @Override
    StoreOptions options() {
        return super.options().withMaxBytes(1 << 20);
    }

    @Test
    void refusesWritesClearlyKeepsReadingAndRecovers() throws Exception {
        var watch = store.watch(WIDGETS, 0);
        int written = 0;
        StoreUnavailable refusal = null;
        while (refusal == null && written < 1000) {
            try {
                store.write(creating(widget("w" + written), "x".repeat(3000)));
                written++;
            } catch (StoreUnavailable e) {
                refusal = e;
            }
        }
        assertThat(refusal)
                .hasMessageStartingWith(file() + ": write failed: ")
                .hasMessageContaining("full")
                .hasMessageContaining("free space on the disk or raise the store's limit");
        assertThat(written).isBetween(200, 350);
        assertThat(store.count(WIDGETS)).isEqualTo(written);
        assertThat(store.get(widget("w" + written))).isEmpty();
        assertThat(store.get(widget("w0"))).isPresent();
        assertThat(take(watch, written)).hasSize(written);
        assertThat(watch.next(Duration.ZERO)).isEmpty();

        int failed = written;
        assertThat(catchThrowableOfType(
                        StoreUnavailable.class, () -> store.write(creating(widget("w" + failed), "x".repeat(3000)))))
                .isNotNull();
        store.limit(4 << 20);
        var next = store.write(creating(widget("w" + failed), "x".repeat(3000)));
        assertThat(next.resourceVersion()).as("failed writes used no number").isEqualTo(written + 1);
        reopen();
        assertThat(store.count(WIDGETS)).isEqualTo(written + 1);
        assertThat(store.resourceVersion()).isEqualTo(written + 1);
    }
}
