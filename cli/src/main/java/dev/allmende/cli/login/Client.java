package dev.allmende.cli.login;

import dev.allmende.cli.wire.Tls;
import dev.allmende.openstack.config.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * This program, as an issuer knows it.
 *
 * @param issuer its URL, as in its tokens
 * @param id client identifier
 * @param secretFile file with the client's secret; empty for a public client, the usual case
 * @param scopes asked for, separated by blanks
 * @param authorities PEM file of the authorities that the issuer's certificate may be from
 */
public record Client(String issuer, String id, Optional<Path> secretFile, String scopes, Optional<Path> authorities) {

    static final String USUAL_SCOPES = "openid profile email";

    Optional<Secret> secret() throws IOException {
        return secretFile.isEmpty()
                ? Optional.empty()
                : Optional.of(new Secret(Files.readString(secretFile.get()).strip()));
    }

    Tls tls() throws IOException {
        return authorities.isEmpty() ? Tls.STANDARD : Tls.trusting(authorities.get());
    }

    /** The options that name it; files with their whole path. */
    List<String> options() {
        var options = new ArrayList<>(List.of("--issuer", issuer, "--client-id", id));
        secretFile.ifPresent(file -> options.addAll(List.of("--client-secret-file", absolute(file))));
        if (!scopes.equals(USUAL_SCOPES)) {
            options.addAll(List.of("--scopes", scopes));
        }
        authorities.ifPresent(file -> options.addAll(List.of("--ca", absolute(file))));
        return options;
    }

    private static String absolute(Path file) {
        return file.toAbsolutePath().normalize().toString();
    }
}
