package dev.allmende.cli.login;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that name an issuer, and this program's name there. */
final class IssuerOptions {

    @Option(
            names = "--issuer",
            paramLabel = "URL",
            required = true,
            description = "OpenID Connect issuer, as the server knows it.")
    private String issuer = "";

    @Option(
            names = "--client-id",
            paramLabel = "ID",
            required = true,
            description = "This program's name at the issuer: a client with device flow.")
    private String clientId = "";

    @Option(
            names = "--client-secret-file",
            paramLabel = "FILE",
            description = "File with the client's secret, for a client that has one; a public client has none.")
    private @Nullable Path secretFile;

    @Option(
            names = "--scopes",
            paramLabel = "SCOPES",
            defaultValue = Client.USUAL_SCOPES,
            description =
                    "Scopes asked for; some issuers want offline_access for longer sessions. Default: ${DEFAULT-VALUE}.")
    private String scopes = "";

    @Option(
            names = "--ca",
            paramLabel = "FILE",
            description =
                    "Certificates (PEM) that the issuer's may be signed by, and the server's too unless --server-ca"
                            + " is given. Default: the machine's.")
    private @Nullable Path authorities;

    Client client() {
        return new Client(issuer, clientId, Optional.ofNullable(secretFile), scopes, Optional.ofNullable(authorities));
    }
}
