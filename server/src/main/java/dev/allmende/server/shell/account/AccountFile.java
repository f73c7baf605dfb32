package dev.allmende.server.shell.account;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.apiserver.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** The file of local users: JSON, mode 0600, replaced as a whole. */
final class AccountFile {

    private AccountFile() {}

    /** Differs whenever the file was written; empty when there is none. */
    static String stamp(Path file) {
        try {
            var attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.fileKey() + " " + attributes.lastModifiedTime().toInstant() + " " + attributes.size();
        } catch (IOException absent) {
            return "";
        }
    }

    static List<Account> read(Path file) {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            List<Account> accounts = new ArrayList<>();
            for (var user : Json.readObject(Files.readAllBytes(file)).path("users")) {
                accounts.add(account(user));
            }
            return List.copyOf(accounts);
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": cannot be read: " + e.getMessage(), e);
        } catch (Json.MalformedJson | IllegalArgumentException | DateTimeException e) {
            throw new UncheckedIOException(new IOException(
                    file + ": is no file of users (" + e.getMessage()
                            + "): put it back from a copy, or delete it and make the users anew",
                    e));
        }
    }

    private static Account account(JsonNode user) {
        List<String> groups = new ArrayList<>();
        user.path("groups").forEach(group -> groups.add(group.asText()));
        var password = user.path("password");
        var decoder = Base64.getDecoder();
        return new Account(
                Account.checkedName(Json.string(user, "name")),
                groups,
                new PasswordHash(
                        password.path("iterations").asInt(),
                        decoder.decode(Json.string(password, "salt")),
                        decoder.decode(Json.string(password, "hash"))),
                Instant.parse(Json.string(user, "changed")));
    }

    static void write(Path file, List<Account> accounts) throws IOException {
        var json = Json.object();
        var users = json.putArray("users");
        for (var account : accounts) {
            var user = users.addObject().put("name", account.name());
            account.groups().forEach(user.putArray("groups")::add);
            user.put("changed", account.changed().toString());
            var encoder = Base64.getEncoder();
            user.putObject("password")
                    .put("algorithm", "PBKDF2WithHmacSHA256")
                    .put("iterations", account.password().iterations())
                    .put("salt", encoder.encodeToString(account.password().salt()))
                    .put("hash", encoder.encodeToString(account.password().hash()));
        }
        var fresh = Files.createTempFile(
                file.toAbsolutePath().getParent(),
                "users",
                ".new",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(fresh, Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(json));
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }
}
