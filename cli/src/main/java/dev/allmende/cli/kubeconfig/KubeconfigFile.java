package dev.allmende.cli.kubeconfig;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.cli.ExitCode;
import dev.allmende.cli.OwnerFile;
import dev.allmende.cli.UserError;
import dev.allmende.openstack.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The kubeconfig that is written. */
public record KubeconfigFile(Path path) {

    /** @param explicit from the command line; wins */
    public static KubeconfigFile of(@Nullable Path explicit, Map<String, String> env) {
        return new KubeconfigFile(Place.of(explicit, env).toWrite());
    }

    /** @throws UserError when the entry's name belongs to something else here, or the file is no kubeconfig */
    public void check(Entry entry) throws IOException {
        check(entry, read().json());
    }

    /**
     * Adds the entry, or renews it, and makes it the current one. What else is in the file stays; nobody but its owner may
     * read it.
     */
    public void put(Entry entry) throws IOException {
        var lock = path.toAbsolutePath().resolveSibling(path.getFileName() + ".lock");
        Files.createDirectories(Objects.requireNonNull(lock.getParent(), "a file is in a folder"));
        try {
            Files.createFile(lock);
        } catch (FileAlreadyExistsException held) {
            throw new UserError(
                    ExitCode.IO, "%s: another program changes it; if none does, remove %s".formatted(path, lock), held);
        }
        try {
            var document = read();
            check(entry, document.json());
            entry.putInto(document);
            // a link stays one
            var target = Files.exists(path) ? path.toRealPath() : path;
            OwnerFile.write(target, document.text().getBytes(StandardCharsets.UTF_8));
        } finally {
            Files.deleteIfExists(lock);
        }
    }

    private Document read() throws IOException {
        return Document.parse(path.toString(), Files.exists(path) ? Files.readString(path) : "");
    }

    private void check(Entry entry, JsonNode config) {
        var context = named(config, "contexts", entry.name());
        boolean ours = context.flatMap(found -> Json.text(found.path("context"), "user"))
                .filter(entry.user()::equals)
                .isPresent();
        boolean taken = context.isPresent()
                || named(config, "clusters", entry.name()).isPresent()
                || named(config, "users", entry.user()).isPresent();
        if (taken && !ours) {
            throw new UserError(
                    ExitCode.CONFIG,
                    "%s: has a %s already that is not of allmende login: choose another name with --context"
                            .formatted(path, entry.name()));
        }
    }

    static Optional<JsonNode> named(JsonNode config, String list, String name) {
        for (var item : config.path(list)) {
            if (Json.text(item, "name").equals(Optional.of(name))) {
                return Optional.of(item);
            }
        }
        return Optional.empty();
    }
}
