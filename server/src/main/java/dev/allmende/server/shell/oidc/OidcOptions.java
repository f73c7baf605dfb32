package dev.allmende.server.shell.oidc;

import dev.allmende.apiserver.authn.oidc.OidcIssuer;
import dev.allmende.cli.ExitCode;
import dev.allmende.cli.UserError;
import dev.allmende.cli.wire.Tls;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that name an OpenID Connect issuer. Its tokens are taken by the API, and people may sign in with it. */
public final class OidcOptions {

    @Option(
            names = "--oidc-issuer",
            paramLabel = "URL",
            description =
                    "OpenID Connect issuer whose users may sign in; its ID tokens are bearer tokens of the API too.")
    private @Nullable String issuer;

    @Option(names = "--oidc-client-id", paramLabel = "ID", description = "This server's name at the issuer.")
    private @Nullable String clientId;

    @Option(
            names = "--oidc-client-secret-file",
            paramLabel = "FILE",
            description = "File with the client's secret. Without it the client is a public one, with PKCE alone.")
    private @Nullable Path secretFile;

    @Option(
            names = "--oidc-audience",
            paramLabel = "ID",
            description = "One more client whose tokens the API takes, such as that of allmende login; may be given"
                    + " several times.")
    private List<String> audiences = new ArrayList<>();

    @Option(
            names = "--oidc-username-claim",
            paramLabel = "CLAIM",
            defaultValue = "preferred_username",
            description = "Claim that names the user. Default: ${DEFAULT-VALUE}.")
    private String usernameClaim = "";

    @Option(
            names = "--oidc-groups-claim",
            paramLabel = "CLAIM",
            defaultValue = "groups",
            description = "Claim that names the groups. Default: ${DEFAULT-VALUE}.")
    private String groupsClaim = "";

    @Option(
            names = "--oidc-prefix",
            paramLabel = "TEXT",
            defaultValue = "oidc:",
            description =
                    "Put before names of users and groups, so that nobody can pass for a local one. Default: ${DEFAULT-VALUE}")
    private String prefix = "";

    @Option(
            names = "--oidc-scopes",
            paramLabel = "SCOPES",
            defaultValue = "openid profile email",
            description = "Scopes asked for. Default: ${DEFAULT-VALUE}.")
    private String scopes = "";

    @Option(
            names = "--oidc-ca",
            paramLabel = "FILE",
            description = "Certificates (PEM) that the issuer's may be signed by, instead of the public authorities.")
    private @Nullable Path authorities;

    @Option(
            names = "--web-url",
            paramLabel = "URL",
            description = "Where browsers reach this server, such as https://cloud.example:6443. Default: as they say.")
    private @Nullable URI webUrl;

    /** Empty when no issuer is named. */
    public Optional<OidcSettings> settings() throws IOException {
        if (issuer == null) {
            return Optional.empty();
        }
        if (clientId == null) {
            throw new UserError(ExitCode.USAGE, "--oidc-issuer: needs --oidc-client-id too");
        }
        try {
            return Optional.of(new OidcSettings(
                    OidcIssuer.of(issuer, audiences(clientId))
                            .withUsername(usernameClaim, prefix)
                            .withGroups(groupsClaim, prefix),
                    clientId,
                    secretFile == null ? "" : Files.readString(secretFile).strip(),
                    scopes,
                    (authorities == null ? Tls.STANDARD : Tls.trusting(authorities)).context(),
                    ownAddress()));
        } catch (IllegalArgumentException e) {
            throw new UserError(ExitCode.USAGE, "--oidc-issuer: " + e.getMessage(), e);
        }
    }

    /** Where browsers reach this server, when that was said. */
    public Optional<URI> ownAddress() {
        return Optional.ofNullable(webUrl);
    }

    private String[] audiences(String own) {
        return Stream.concat(Stream.of(own), audiences.stream()).toArray(String[]::new);
    }
}
