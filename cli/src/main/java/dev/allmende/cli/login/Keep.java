package dev.allmende.cli.login;

import dev.allmende.cli.OwnerFile;
import dev.allmende.openstack.Json;
import dev.allmende.openstack.config.Secret;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Keeps logins in a folder, one file each, for their owner alone. */
final class Keep {

    private static final String END = ".json";
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_FOLDER = mode("rwx------");
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_FILE = mode("rw-------");

    private final Path folder;

    Keep(Path folder) {
        this.folder = folder;
    }

    /** A login, and the client that it was given to. */
    record Kept(Client client, Tokens tokens) {}

    Optional<Tokens> read(Client client) throws IOException {
        return read(file(client)).map(Kept::tokens);
    }

    List<Kept> all() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        var all = new ArrayList<Kept>();
        try (var files = Files.newDirectoryStream(folder, "*" + END)) {
            for (var file : files) {
                read(file).ifPresent(all::add);
            }
        }
        return all;
    }

    void write(Client client, Tokens tokens) throws IOException {
        var json = Json.object()
                .put("issuer", client.issuer())
                .put("clientId", client.id())
                .put("scopes", client.scopes())
                .put("user", tokens.user())
                .put("expires", tokens.expires().toString())
                .put("idToken", tokens.id().reveal());
        client.secretFile()
                .ifPresent(file -> json.put("secretFile", file.toAbsolutePath().toString()));
        client.authorities()
                .ifPresent(file -> json.put("ca", file.toAbsolutePath().toString()));
        tokens.refresh().ifPresent(token -> json.put("refreshToken", token.reveal()));
        Files.createDirectories(folder, OWNER_FOLDER);
        OwnerFile.write(file(client), Json.bytes(json));
    }

    void remove(Client client) throws IOException {
        Files.deleteIfExists(file(client));
    }

    /** Held by one process at a time: a refresh token is often good for one use. The kernel lets go when it dies. */
    FileChannel lock(Client client, Runnable beforeWaiting) throws IOException {
        Files.createDirectories(folder, OWNER_FOLDER);
        var channel = FileChannel.open(
                folder.resolve(name(client) + ".lock"),
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                OWNER_FILE);
        if (channel.tryLock() == null) {
            beforeWaiting.run();
            channel.lock();
        }
        return channel;
    }

    /** A file that is broken, or of another release, is as none: signing in again mends it. */
    private static Optional<Kept> read(Path file) throws IOException {
        try {
            var json = Json.tree(Files.readAllBytes(file)).orElseGet(Json::object);
            var client = new Client(
                    Json.text(json, "issuer").orElse(""),
                    Json.text(json, "clientId").orElse(""),
                    Json.text(json, "secretFile").map(Path::of),
                    Json.text(json, "scopes").orElse(""),
                    Json.text(json, "ca").map(Path::of));
            var refresh = Json.text(json, "refreshToken").map(Secret::new);
            var expires = Instant.parse(Json.text(json, "expires").orElse(""));
            return Json.text(json, "idToken")
                    .map(token -> new Tokens(
                            new Secret(token), refresh, Json.text(json, "user").orElse(""), expires))
                    .map(tokens -> new Kept(client, tokens));
        } catch (NoSuchFileException | DateTimeException none) {
            return Optional.empty();
        }
    }

    private Path file(Client client) {
        return folder.resolve(name(client) + END);
    }

    private static String name(Client client) {
        var what = String.join("\n", client.issuer(), client.id(), client.scopes());
        try {
            var sum = MessageDigest.getInstance("SHA-256").digest(what.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sum, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static FileAttribute<Set<PosixFilePermission>> mode(String text) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text));
    }
}
