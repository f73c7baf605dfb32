package dev.allmende.server.shell;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsServer;
import dev.allmende.apiserver.request.Query;
import dev.allmende.server.shell.github.GitHubSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What GitHub's documentation says of its web application flow and of three calls of its REST API, with one user, Carla. It
 * takes a code once, with the right secret and the verifier of the challenge; it answers 200 when it refuses.
 */
final class FakeGitHub implements AutoCloseable {

    static final String CLIENT = "Iv1.allmende";
    static final String SECRET = "hush hush";
    private static final String TOKEN = "gho_carla";

    private final HttpsServer server;
    private final LocalTls tls;
    private final Map<String, Query> codes = new ConcurrentHashMap<>();

    /** Organizations of Carla, and the state of her membership. */
    final Map<String, String> memberships = new HashMap<>();

    /** Teams of Carla, each as ORGANIZATION/TEAM. */
    volatile List<String> teams = List.of();

    /** Addresses that were asked for, as a log of a proxy would have them. */
    final Set<String> addresses = ConcurrentHashMap.newKeySet();

    volatile String lastRefusal = "";

    FakeGitHub(Path folder) throws IOException, GeneralSecurityException {
        tls = new LocalTls(folder);
        server = tls.server();
        server.createContext("/login/oauth/access_token", this::token);
        server.createContext(
                "/api/v3/user", call -> api(call, Optional.of("{\"login\":\"Carla\",\"node_id\":\"U_7\"}")));
        server.createContext("/api/v3/user/memberships/orgs/", call -> api(call, membership(last(call))));
        server.createContext("/api/v3/user/teams", call -> api(call, Optional.of(teams(call))));
        server.start();
    }

    GitHubSettings settings(String... organizations) {
        var own = URI.create("https://127.0.0.1:" + server.getAddress().getPort());
        return new GitHubSettings(
                own,
                own.resolve("/api/v3"),
                CLIENT,
                SECRET,
                List.of(organizations),
                "github:",
                tls.trust(),
                Optional.empty());
    }

    /** What GitHub does when Carla agrees there: the address to send her browser back to. */
    String letIn(String authorization) {
        var asked = Query.parse(URI.create(authorization).getRawQuery());
        var code = "code-" + codes.size();
        codes.put(code, asked);
        return URI.create(asked.text("redirect_uri")).getPath() + "?code=" + code + "&state=" + asked.text("state");
    }

    private void token(HttpExchange call) throws IOException {
        addresses.add(call.getRequestURI().toString());
        var sent = Query.parse(new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        var asked = codes.remove(sent.text("code"));
        lastRefusal = refusal(sent, asked == null ? Query.parse("") : asked);
        FakeIssuer.answer(
                call,
                200,
                lastRefusal.isEmpty()
                        ? "{\"access_token\":\"" + TOKEN + "\",\"token_type\":\"bearer\",\"scope\":\"read:org\"}"
                        : "{\"error\":\"" + lastRefusal + "\"}");
    }

    private static String refusal(Query sent, Query asked) {
        if (!sent.text("client_id").equals(CLIENT)
                || !sent.text("client_secret").equals(SECRET)) {
            return "incorrect_client_credentials";
        }
        if (!sent.text("redirect_uri").equals(asked.text("redirect_uri"))) {
            return "redirect_uri_mismatch";
        }
        try {
            boolean proved = asked.text("code_challenge_method").equals("S256")
                    && FakeIssuer.challenge(sent.text("code_verifier")).equals(asked.text("code_challenge"));
            return proved ? "" : "bad_verification_code";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<String> membership(String organization) {
        return Optional.ofNullable(memberships.get(organization)).map(state -> "{\"state\":\"" + state + "\"}");
    }

    private String teams(HttpExchange call) {
        var query = Query.parse(call.getRequestURI().getRawQuery());
        int size = Integer.parseInt(query.text("per_page"));
        int from = (Integer.parseInt(query.text("page")) - 1) * size;
        return IntStream.range(Math.min(from, teams.size()), Math.min(from + size, teams.size()))
                .mapToObj(index -> teams.get(index).split("/", -1))
                .map(team -> "{\"slug\":\"%s\",\"organization\":{\"login\":\"%s\"}}".formatted(team[1], team[0]))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String last(HttpExchange call) {
        var path = call.getRequestURI().getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private void api(HttpExchange call, Optional<String> json) throws IOException {
        addresses.add(call.getRequestURI().toString());
        if (!("Bearer " + TOKEN).equals(call.getRequestHeaders().getFirst("Authorization"))) {
            FakeIssuer.answer(call, 401, "{\"message\":\"Bad credentials\"}");
        } else {
            FakeIssuer.answer(call, json.isPresent() ? 200 : 404, json.orElse("{\"message\":\"Not Found\"}"));
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
