package dev.allmende.server.shell.github;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * The GitHub that people may sign in at, and who of its users.
 *
 * @param web where its users sign in, without a slash at the end
 * @param api its REST API, without a slash at the end
 * @param clientId of the OAuth application, or of the GitHub App
 * @param organizations whose members are let in, in small letters; GitHub does not tell their cases apart
 * @param prefix before names of users and groups
 * @param trust whose certificates it may have
 * @param ownAddress where browsers reach this server; without it, as they say
 */
public record GitHubSettings(
        URI web,
        URI api,
        String clientId,
        String clientSecret,
        List<String> organizations,
        String prefix,
        SSLContext trust,
        Optional<URI> ownAddress) {

    public GitHubSettings {
        organizations = organizations.stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
    }

    /** For people. */
    public String name() {
        return web.getHost().equals("github.com") ? "GitHub" : web.getHost();
    }

    /** Says nothing of the secret. */
    @Override
    public String toString() {
        return "GitHubSettings[" + web + ", " + clientId + "]";
    }
}
