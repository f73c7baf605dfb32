package dev.allmende.status.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderTest {

    private static final byte[] TEXT = "text".getBytes(StandardCharsets.UTF_8);
    private static final Copier.Body BODY = new Copier.Body(TEXT, "text/html");
    private static final Copier.Body EMPTY = new Copier.Body(new byte[0], "text/html");

    @TempDir
    Path temporary;

    private void write(Folder folder, String... names) throws IOException {
        var before = folder.announce(List.of(names));
        for (var name : names) {
            folder.write(name, BODY);
        }
        folder.keep(before, List.of(names));
    }

    @Test
    void whatWentIsRemovedAndWhatOthersPutThereStays() throws Exception {
        var root = temporary.resolve("page");
        var folder = new Folder(root);
        write(folder, "index.html", "incident/1.html");
        Files.write(root.resolve("robots.txt"), TEXT);
        write(folder, "index.html");
        assertThat(root.resolve("incident/1.html")).doesNotExist();
        assertThat(root.resolve("index.html")).exists();
        folder.clear();
        assertThat(root.resolve("index.html")).doesNotExist();
        assertThat(root.resolve("robots.txt")).exists();
    }

    @Test
    void afterACrashInTheMiddleTheNextOneRemovesWhatThatLeft() throws Exception {
        var root = temporary.resolve("page");
        var killed = new Folder(root);
        killed.announce(List.of("a.html", "b.html"));
        killed.write("a.html", BODY);
        write(new Folder(root), "index.html");
        assertThat(root.resolve("a.html")).doesNotExist();
        assertThat(root.resolve("index.html")).exists();
    }

    @Test
    void whatIsTheSameIsNotWrittenAgain() throws Exception {
        var folder = new Folder(temporary.resolve("page"));
        assertThat(folder.write("index.html", BODY)).isTrue();
        assertThat(folder.write("index.html", BODY)).isFalse();
        assertThat(folder.write("index.html", EMPTY)).isTrue();
    }

    @Test
    void theFolderItselfMayBeALinkToWhereAWebServerReads() throws Exception {
        var served = Files.createDirectory(temporary.resolve("served"));
        var root = Files.createSymbolicLink(temporary.resolve("page"), served);
        write(new Folder(root), "incident/1.html");
        assertThat(served.resolve("incident/1.html")).hasBinaryContent(TEXT);
        new Folder(root).clear();
        assertThat(served.resolve("incident/1.html")).doesNotExist();
    }

    @Test
    void nothingIsWrittenOrRemovedOutside() throws Exception {
        var root = Files.createDirectory(temporary.resolve("page"));
        var outside = Files.write(temporary.resolve("outside"), TEXT);
        Files.createSymbolicLink(root.resolve("incident"), temporary);
        var folder = new Folder(root);
        assertThatThrownBy(() -> folder.write("incident/outside", EMPTY)).hasMessageContaining("symbolic link");
        assertThatThrownBy(() -> folder.write("../outside", EMPTY)).hasMessageContaining("outside the folder");
        Files.writeString(root.resolve(Shelf.LIST), "incident/outside\n");
        assertThatThrownBy(() -> write(folder, "index.html")).hasMessageContaining("symbolic link");
        assertThatThrownBy(folder::clear).hasMessageContaining("symbolic link");
        Files.writeString(root.resolve(Shelf.LIST), "../outside\n");
        assertThatThrownBy(() -> write(folder, "index.html")).hasMessageContaining("outside the folder");
        assertThat(outside).hasBinaryContent(TEXT);
    }
}
