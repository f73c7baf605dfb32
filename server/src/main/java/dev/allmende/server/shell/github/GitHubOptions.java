package dev.allmende.server.shell.github;

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
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that name an application at GitHub, and whose members may sign in with it. */
public final class GitHubOptions {

    private static final URI PUBLIC = URI.create("https://github.com");
    private static final URI PUBLIC_API = URI.create("https://api.github.com");
    private static final String RESERVED = "system:";

    @Option(
            names = "--github-client-id",
            paramLabel = "ID",
            description = "OAuth application, or GitHub App, that people may sign in with.")
    private @Nullable String clientId;

    @Option(names = "--github-client-secret-file", paramLabel = "FILE", description = "File with its secret.")
    private @Nullable Path secretFile;

    @Option(
            names = "--github-organization",
            paramLabel = "NAME",
            description = "Organization at GitHub whose members may sign in; may be given several times.")
    private List<String> organizations = new ArrayList<>();

    @Option(
            names = "--github-url",
            paramLabel = "URL",
            description = "A GitHub of your own (Enterprise Server). Default: https://github.com.")
    private URI web = PUBLIC;

    @Option(
            names = "--github-api",
            paramLabel = "URL",
            description = "Its REST API. Default: https://api.github.com, of another GitHub its /api/v3.")
    private @Nullable URI api;

    @Option(
            names = "--github-prefix",
            paramLabel = "TEXT",
            defaultValue = "github:",
            description = "Put before names of users and groups, so that nobody can pass for a local one. Default:"
                    + " ${DEFAULT-VALUE}")
    private String prefix = "";

    @Option(
            names = "--github-ca",
            paramLabel = "FILE",
            description = "Certificates (PEM) that its own may be signed by, instead of the public authorities.")
    private @Nullable Path authorities;

    /**
     * Empty when no application is named.
     *
     * @param ownAddress where browsers reach this server
     */
    public Optional<GitHubSettings> settings(Optional<URI> ownAddress) throws IOException {
        if (clientId == null) {
            return Optional.empty();
        }
        if (secretFile == null) {
            throw wrong("needs --github-client-secret-file too: GitHub gives no token without it, PKCE or not");
        }
        if (organizations.isEmpty()) {
            throw wrong("needs --github-organization too: anybody may have an account at GitHub");
        }
        if (prefix.isEmpty() || prefix.startsWith(RESERVED)) {
            throw new UserError(ExitCode.USAGE, "--github-prefix: is a text of your own, such as github:");
        }
        return Optional.of(new GitHubSettings(
                https("--github-url", web),
                https("--github-api", api == null ? apiOf(web) : api),
                clientId,
                Files.readString(secretFile).strip(),
                organizations,
                prefix,
                (authorities == null ? Tls.STANDARD : Tls.trusting(authorities)).context(),
                ownAddress));
    }

    private static URI apiOf(URI web) {
        return web.equals(PUBLIC) ? PUBLIC_API : URI.create(web.toString().replaceAll("/+$", "") + "/api/v3");
    }

    private static URI https(String option, URI address) {
        if (!"https".equals(address.getScheme()) || address.getHost() == null) {
            throw new UserError(ExitCode.USAGE, option + ": must be an https address: " + address);
        }
        return URI.create(address.toString().replaceAll("/+$", ""));
    }

    private static UserError wrong(String why) {
        return new UserError(ExitCode.USAGE, "--github-client-id: " + why);
    }
}
