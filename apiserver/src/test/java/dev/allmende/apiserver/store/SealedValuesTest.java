package dev.allmende.apiserver.store;

import static dev.allmende.apiserver.store.Objects.SECRETS;
import static dev.allmende.apiserver.store.Objects.creating;
import static dev.allmende.apiserver.store.Objects.key;
import static dev.allmende.apiserver.store.Objects.text;
import static dev.allmende.apiserver.store.Objects.update;
import static dev.allmende.apiserver.store.Objects.widget;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.allmende.apiserver.resource.GroupResource;
import dev.allmende.apiserver.store.sealing.AesSealing;
import dev.allmende.apiserver.store.sealing.KeyFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SealedValuesTest extends StoreCase {

    private static final String PASSWORD = "correct-horse-battery";

    private Set<GroupResource> sealed = Set.of(SECRETS);

    @Override
    StoreOptions options() {
        return super.options().withSealing(new AesSealing(keyFile(), sealed, new SecureRandom()));
    }

    private Path keyFile() {
        return folder.resolve("store.key");
    }

    private String everythingOnDisk() throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(SealedValuesTest::latin)
                    .collect(Collectors.joining());
        }
    }

    private static String latin(Path path) {
        try {
            return Files.readString(path, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void isNotReadableInAnyFileButReadableThroughTheStore() throws Exception {
        var secret = store.write(creating(key(SECRETS, "s"), PASSWORD));
        store.write(creating(widget("w"), "plain-text-stays-plain"));
        store.backup(folder.resolve("backup.db"));
        assertThat(everythingOnDisk()).doesNotContain(PASSWORD).contains("plain-text-stays-plain");
        assertThat(text(secret)).isEqualTo(PASSWORD);
        reopen();
        assertThat(everythingOnDisk()).doesNotContain(PASSWORD);
        assertThat(text(store.get(key(SECRETS, "s")).orElseThrow())).isEqualTo(PASSWORD);
    }

    @Test
    void theKeyFileIsForItsOwnerOnly() throws Exception {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keyFile())))
                .isEqualTo("rw-------");
        store.close();
        Files.setPosixFilePermissions(keyFile(), PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(this::open)
                .isInstanceOf(UnusableStore.class)
                .hasMessage(keyFile() + ": others may read or change this key file; chmod 600 " + keyFile());
    }

    @Test
    void doesNotStartWithoutTheKeyFileNorMakeANewOne() throws Exception {
        store.write(creating(key(SECRETS, "s"), PASSWORD));
        store.close();
        Files.delete(keyFile());
        assertThatThrownBy(this::open)
                .isInstanceOf(UnusableStore.class)
                .hasMessage(keyFile() + ": the key file of " + file() + " is absent;"
                        + " put the copy that you kept in its place: nothing else opens the sealed values");
        assertThat(keyFile()).doesNotExist();
    }

    @Test
    void namesTheKeyThatIsMissing() throws Exception {
        store.write(creating(key(SECRETS, "s"), PASSWORD));
        var id = KeyFile.read(keyFile()).keys().firstEntry().getKey();
        store.close();
        Files.delete(keyFile());
        KeyFile.create(keyFile(), new SecureRandom());
        assertThatThrownBy(this::open)
                .isInstanceOf(UnusableStore.class)
                .hasMessageStartingWith(keyFile() + ": it has no key " + id + ", which sealed secrets default/s@1;");
    }

    @Test
    void saysThatAKeyWasChanged() throws Exception {
        store.write(creating(key(SECRETS, "s"), PASSWORD));
        store.close();
        var id = KeyFile.read(keyFile()).keys().firstEntry().getKey();
        Files.writeString(keyFile(), id + " " + "A".repeat(43) + "=\n");
        assertThatThrownBy(this::open)
                .isInstanceOf(UnusableStore.class)
                .hasMessageContaining("key " + id + " does not open secrets default/s@1");
    }

    @Test
    void doesNotStartWhenNoKeyFileIsNamedAnyMore() {
        store.close();
        assertThatThrownBy(() -> SqliteStore.open(super.options()))
                .isInstanceOf(UnusableStore.class)
                .hasMessageContaining("it holds sealed values; start with the key file");
    }

    @Test
    void aValueDoesNotOpenInTheNameOfAnother() throws Exception {
        store.write(creating(key(SECRETS, "mine"), PASSWORD));
        store.write(creating(key(SECRETS, "theirs"), "other"));
        store.close();
        try (var sql = Sql.open(file())) {
            sql.execute("update revision set val = (select val from revision where name = 'theirs')");
        }
        assertThatThrownBy(this::open)
                .isInstanceOf(UnusableStore.class)
                .hasMessageContaining("does not open secrets default/mine@1");
    }

    @Test
    void readsOldKeysAfterARotationAndNeedsThemNoMoreWhenSealedAnew() throws Exception {
        var old = store.write(creating(key(SECRETS, "s"), PASSWORD));
        store.close();
        var rotated = KeyFile.read(keyFile()).rotated(new SecureRandom());
        assertThat(rotated.keys()).hasSize(2);
        open();
        store.write(update(old, PASSWORD + "-2"));
        assertThat(store.reseal()).isEqualTo(2);
        store.close();
        var lines = Files.readAllLines(keyFile());
        Files.write(keyFile(), lines.subList(0, lines.size() - 1));
        assertThat(KeyFile.read(keyFile()).keys())
                .containsOnlyKeys(rotated.keys().firstEntry().getKey());
        open();
        assertThat(text(store.get(key(SECRETS, "s")).orElseThrow())).isEqualTo(PASSWORD + "-2");
        assertThat(listed(SECRETS, 1)).containsExactly("s=" + PASSWORD + "@1");
    }

    @Test
    void sealsWhatWasWrittenBeforeItsResourceWasToBeSealed() throws Exception {
        sealed = Set.of();
        reopen();
        store.write(creating(key(SECRETS, "s"), PASSWORD));
        sealed = Set.of(SECRETS);
        reopen();
        assertThat(everythingOnDisk()).contains(PASSWORD);
        store.reseal();
        store.compact();
        reopen();
        assertThat(everythingOnDisk()).doesNotContain(PASSWORD);
        assertThat(text(store.get(key(SECRETS, "s")).orElseThrow())).isEqualTo(PASSWORD);
    }
}
