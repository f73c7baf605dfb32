package dev.allmende.status.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * A folder that a web server serves. A reader meets the old file or the new one, never half of one. Only files that were
 * written here are ever removed: the folder holds a list of them.
 */
final class Folder implements Shelf {

    private final Path root;

    Folder(Path root) {
        this.root = root;
    }

    @Override
    public Set<String> announce(Collection<String> names) throws IOException {
        var before = listed();
        var all = new TreeSet<>(before);
        all.addAll(names);
        write(LIST, text(all));
        return before;
    }

    @Override
    public boolean write(String name, Copier.Body body) throws IOException {
        return write(name, body.bytes());
    }

    private boolean write(String name, byte[] body) throws IOException {
        var file = inside(name);
        var parent = Objects.requireNonNull(file.getParent());
        Files.createDirectories(root);
        checkThatItIsNoWayOut(parent);
        Files.createDirectories(parent);
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Arrays.equals(Files.readAllBytes(file), body)) {
            return false;
        }
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.write(fresh, body);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return true;
    }

    @Override
    public void keep(Set<String> before, Collection<String> names) throws IOException {
        var kept = new TreeSet<>(names);
        for (var name : before) {
            if (!kept.contains(name)) {
                var file = inside(name);
                checkThatItIsNoWayOut(Objects.requireNonNull(file.getParent()));
                Files.deleteIfExists(file);
            }
        }
        write(LIST, text(kept));
    }

    @Override
    public void clear() throws IOException {
        if (Files.exists(inside(LIST))) {
            keep(listed(), Set.of());
            Files.delete(inside(LIST));
        }
    }

    private Set<String> listed() throws IOException {
        var list = inside(LIST);
        return Files.exists(list) ? new TreeSet<>(Files.readAllLines(list)) : Set.of();
    }

    private Path inside(String name) throws IOException {
        var file = root.resolve(name).normalize();
        if (!file.startsWith(root) || file.equals(root)) {
            throw new IOException(root.resolve(LIST) + " names a file outside the folder: remove the list");
        }
        return file;
    }

    /** The folder itself may be a link, such as to where a web server reads; what is below may not. */
    private void checkThatItIsNoWayOut(Path folder) throws IOException {
        for (var step = folder; !step.equals(root); step = Objects.requireNonNull(step.getParent())) {
            if (Files.isSymbolicLink(step)) {
                throw new IOException(step + " leads out of the folder: remove the symbolic link");
            }
        }
    }

    private static byte[] text(Set<String> names) {
        return (String.join("\n", names) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
