package dev.allmende.server.shell.github;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.apiserver.authn.User;
import dev.allmende.apiserver.json.Json;
import dev.allmende.server.shell.login.Peer;
import dev.allmende.server.shell.visit.Addresses;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Speaks to GitHub: codes for tokens, and who somebody is there (GitHub documentation, REST API 2022-11-28). */
final class GitHub {

    private static final int PAGE = 100;
    private static final int MOST_PAGES = 10;

    private final GitHubSettings settings;
    private final Peer peer;

    GitHub(GitHubSettings settings) {
        this.settings = settings;
        this.peer = new Peer(settings.trust());
    }

    URI authorization() {
        return URI.create(settings.web() + "/login/oauth/authorize");
    }

    /**
     * The access token for a code. GitHub answers 200 with an {@code error} when it gives none.
     *
     * @param redirect the same as the browser was sent with
     */
    String token(String code, String verifier, String redirect) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(settings.web() + "/login/oauth/access_token"));
        var fields = Map.of(
                "client_id", settings.clientId(),
                "client_secret", settings.clientSecret(),
                "code", code,
                "redirect_uri", redirect,
                "code_verifier", verifier);
        var answer = peer.object(Peer.form(request, fields));
        var token = Json.string(answer, "access_token");
        if (token.isEmpty()) {
            throw new IOException("it gave no token: " + Json.string(answer, "error"));
        }
        return token;
    }

    /**
     * Who the token's owner is: groups are the organizations that count, as {@code PREFIX ORGANIZATION}, and the teams of
     * those, as {@code PREFIX ORGANIZATION:TEAM}. Empty for who is in none of them.
     */
    Optional<User> user(String token) throws IOException, InterruptedException {
        var self = peer.object(api(token, "/user"));
        var login = Json.string(self, "login");
        if (login.isEmpty()) {
            throw new IOException("it did not say whose the token is");
        }
        List<String> in = new ArrayList<>();
        for (var organization : settings.organizations()) {
            if (isMember(token, organization)) {
                in.add(organization);
            }
        }
        if (in.isEmpty()) {
            return Optional.empty();
        }
        List<String> groups = new ArrayList<>(in);
        groups.addAll(teams(token, in));
        return Optional.of(new User(
                named(login),
                Json.string(self, "node_id"),
                groups.stream().map(this::named).toList(),
                Map.of()));
    }

    /** Who was invited is pending. */
    private boolean isMember(String token, String organization) throws IOException, InterruptedException {
        return peer.find(api(token, "/user/memberships/orgs/" + Addresses.part(organization)))
                .filter(membership -> Json.string(membership, "state").equals("active"))
                .isPresent();
    }

    private List<String> teams(String token, List<String> organizations) throws IOException, InterruptedException {
        List<String> teams = new ArrayList<>();
        for (int page = 1; page <= MOST_PAGES; page++) {
            var found = peer.find(api(token, "/user/teams?per_page=" + PAGE + "&page=" + page));
            if (found.isEmpty()) {
                return teams;
            }
            for (var team : found.get()) {
                if (organizations.contains(organization(team))) {
                    teams.add(organization(team) + ":" + Json.string(team, "slug"));
                }
            }
            if (found.get().size() < PAGE) {
                return teams;
            }
        }
        return teams;
    }

    private static String organization(JsonNode team) {
        return Json.string(team, "organization", "login").toLowerCase(Locale.ROOT);
    }

    private String named(String name) {
        return settings.prefix() + name.toLowerCase(Locale.ROOT);
    }

    private HttpRequest.Builder api(String token, String path) {
        return HttpRequest.newBuilder(URI.create(settings.api() + path))
                .header("Authorization", "Bearer " + token)
                .header("X-GitHub-Api-Version", "2022-11-28");
    }
}
