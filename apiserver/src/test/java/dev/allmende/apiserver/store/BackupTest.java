package dev.allmende.apiserver.store;

import static dev.allmende.apiserver.store.Objects.GADGETS;
import static dev.allmende.apiserver.store.Objects.WIDGETS;
import static dev.allmende.apiserver.store.Objects.creating;
import static dev.allmende.apiserver.store.Objects.delete;
import static dev.allmende.apiserver.store.Objects.key;
import static dev.allmende.apiserver.store.Objects.update;
import static dev.allmende.apiserver.store.Objects.widget;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.allmende.apiserver.store.ObjectStore.Compacted;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class BackupTest extends StoreCase {

    private Path copy() {
        return folder.resolve("copy.db");
    }

    @Test
    void isTheStateOfOneMomentWhileWritesGoOn() throws Exception {
        var stop = new AtomicBoolean();
        // Two counters, always written one after the other.
        var first = store.write(creating(widget("first"), "0"));
        var second = store.write(creating(key(GADGETS, "second"), "0"));
        var writer = Thread.ofVirtual().start(() -> {
            var a = first;
            var b = second;
            for (int i = 1; !stop.get(); i++) {
                a = store.write(update(a, String.valueOf(i)));
                b = store.write(update(b, String.valueOf(i)));
            }
        });
        for (int i = 0; i < 3; i++) {
            store.backup(folder.resolve("copy" + i));
        }
        stop.set(true);
        writer.join();
        for (int i = 0; i < 3; i++) {
            try (var opened = SqliteStore.open(StoreOptions.of(folder.resolve("copy" + i), Objects::index))) {
                int a = Integer.parseInt(
                        Objects.text(opened.get(widget("first")).orElseThrow()));
                int b = Integer.parseInt(
                        Objects.text(opened.get(key(GADGETS, "second")).orElseThrow()));
                assertThat(a - b).isBetween(0, 1);
                assertThat(opened.resourceVersion()).isEqualTo(2 + a + b);
            }
        }
    }

    @Test
    void isForItsOwnerOnlyAndNeverWrittenOverAnother() throws Exception {
        store.backup(copy());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy())))
                .isEqualTo("rw-------");
        assertThatThrownBy(() -> store.backup(copy()))
                .isInstanceOf(UnusableStore.class)
                .hasMessage(copy() + ": it exists already; name a new file for the backup");
    }

    @Test
    void comesBackWithAResourceVersionBeyondAnyHandedOut() throws Exception {
        var a = store.write(creating(widget("a"), "one"));
        store.write(update(a, "two"));
        var b = store.write(creating(widget("b"), "gone"));
        store.write(delete(b));
        store.backup(copy());
        long lost = store.write(creating(widget("c"), "after the backup")).resourceVersion();
        store.close();
        var done = SqliteStore.restore(copy(), options());
        assertThat(done.objects()).isEqualTo(1);
        open();
        assertThat(listed(WIDGETS, 0)).containsExactly("a=two@2");
        assertThat(store.resourceVersion()).isGreaterThan(lost + 1_000_000).isEqualTo(done.resourceVersion());
        for (var resource : List.of(WIDGETS, GADGETS)) {
            assertThatThrownBy(() -> store.watch(resource, lost)).isInstanceOf(Compacted.class);
            assertThatThrownBy(() -> listed(resource, lost)).isInstanceOf(Compacted.class);
        }
        assertThatThrownBy(() -> store.watchAll(lost)).isInstanceOf(Compacted.class);
        var next = store.write(creating(widget("d"), "x"));
        assertThat(next.resourceVersion()).isEqualTo(done.resourceVersion() + 1);
        reopen();
        assertThat(store.resourceVersion()).isEqualTo(next.resourceVersion());
        try (var watch = store.watch(WIDGETS, done.resourceVersion())) {
            assertThat(take(watch, 1)).containsExactly("ADDED d=x@" + next.resourceVersion());
        }
    }

    @Test
    void keepsTheReplacedFileUsable() throws Exception {
        store.backup(copy());
        store.write(creating(widget("later"), "x"));
        store.close();
        var replaced = SqliteStore.restore(copy(), options()).replaced().orElseThrow();
        open();
        assertThat(listed(WIDGETS, 0)).isEmpty();
        try (var old = SqliteStore.open(StoreOptions.of(replaced, Objects::index))) {
            assertThat(old.get(widget("later"))).isPresent();
        }
    }

    @Test
    void isRestoredOverADamagedFile() throws Exception {
        store.write(creating(widget("a"), "one"));
        store.backup(copy());
        store.close();
        Files.write(file(), new byte[20_000]);
        assertThatThrownBy(this::open)
                .isInstanceOf(UnusableStore.class)
                .hasMessageContaining("restore the newest backup");
        SqliteStore.restore(copy(), options());
        open();
        assertThat(listed(WIDGETS, 0)).containsExactly("a=one@1");
    }

    @Test
    void isRestoredWhereNoStoreWas() throws Exception {
        store.write(creating(widget("a"), "one"));
        store.backup(copy());
        var elsewhere = StoreOptions.of(folder.resolve("other.db"), Objects::index);
        assertThat(SqliteStore.restore(copy(), elsewhere).replaced()).isEmpty();
        try (var other = SqliteStore.open(elsewhere)) {
            assertThat(other.get(widget("a"))).isPresent();
        }
    }

    @Test
    void isNotRestoredOverAnOpenStore() {
        store.backup(copy());
        assertThatThrownBy(() -> SqliteStore.restore(copy(), options()))
                .isInstanceOf(UnusableStore.class)
                .hasMessageContaining("open in this process already");
    }

    @Test
    void isRefusedWhenItIsDamagedAndTheStoreStaysAsItWas() throws Exception {
        for (int i = 0; i < 200; i++) {
            store.write(creating(widget("w" + i), "x".repeat(500)));
        }
        store.backup(copy());
        store.close();
        try (var channel = FileChannel.open(copy(), StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(new byte[8192]), 5 * 8192);
        }
        assertThatThrownBy(() -> SqliteStore.restore(copy(), options()))
                .isInstanceOf(UnusableStore.class)
                .hasMessageStartingWith(copy() + ": ")
                .hasMessageContaining("take another one; the store is as it was");
        assertThatThrownBy(() -> SqliteStore.restore(folder.resolve("none"), options()))
                .hasMessageContaining("there is no such backup");
        open();
        assertThat(store.count(WIDGETS)).isEqualTo(200);
        try (var files = Files.list(folder)) {
            assertThat(files.map(path -> path.getFileName().toString())).noneMatch(name -> name.contains("restoring"));
        }
    }
}
