package dev.allmende.server.shell;

import dev.allmende.server.shell.github.GitHubSettings;
import dev.allmende.server.shell.oidc.OidcSettings;
import java.util.Optional;

/** Other servers whose users are let in besides local ones. */
public record Issuers(Optional<OidcSettings> oidc, Optional<GitHubSettings> gitHub) {

    /** Local users only. */
    public static final Issuers NONE = new Issuers(Optional.empty(), Optional.empty());

    public static Issuers of(OidcSettings oidc) {
        return new Issuers(Optional.of(oidc), Optional.empty());
    }

    public static Issuers of(GitHubSettings gitHub) {
        return new Issuers(Optional.empty(), Optional.of(gitHub));
    }
}
