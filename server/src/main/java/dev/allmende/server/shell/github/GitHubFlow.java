package dev.allmende.server.shell.github;

import dev.allmende.apiserver.request.Answer;
import dev.allmende.server.shell.login.Begun;
import dev.allmende.server.shell.page.SignInPage;
import dev.allmende.server.shell.visit.Addresses;
import dev.allmende.server.shell.visit.Cookies;
import dev.allmende.server.shell.visit.Form;
import dev.allmende.server.shell.visit.Replies;
import dev.allmende.server.shell.visit.Visit;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Sign-in at GitHub: the authorization code flow of OAuth (RFC 6749, 4.1) with state and PKCE (RFC 7636, S256). The token is
 * asked who its owner is, and forgotten.
 */
public final class GitHubFlow {

    public static final String START = Addresses.ROOT + "/github/start";
    private static final String CALLBACK = Addresses.ROOT + "/github/callback";
    /** For an OAuth application. A GitHub App has rights of its own and overlooks it. */
    private static final String SCOPES = "read:org";

    private final GitHubSettings settings;
    private final GitHub gitHub;
    private final Begun<GitHubSettings> begun;
    private final SignInPage signIn;

    public GitHubFlow(GitHubSettings settings, InstantSource clock, SecureRandom random, SignInPage signIn) {
        this.settings = settings;
        this.gitHub = new GitHub(settings);
        this.begun = new Begun<>(clock, random);
        this.signIn = signIn;
    }

    /** Sends the browser to GitHub. */
    public Answer.Whole begin(Visit visit) {
        var goOn = Replies.ours(visit.request().query().text("return"));
        var flow = begun.begin(visit.own(settings.ownAddress()) + CALLBACK, goOn, settings);
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("client_id", settings.clientId());
        fields.put("redirect_uri", flow.redirect());
        fields.put("scope", SCOPES);
        fields.put("state", flow.state());
        fields.put("code_challenge", flow.challenge());
        fields.put("code_challenge_method", "S256");
        return Replies.go(gitHub.authorization() + "?" + Form.written(fields))
                .with("Set-Cookie", Cookies.set(Cookies.GITHUB, flow.browser(), Cookies.SameSite.LAX, Begun.PATIENCE));
    }

    /** The browser comes back from GitHub. */
    public Answer.Whole end(Visit visit) throws InterruptedException {
        var query = visit.request().query();
        var flow = begun.end(query.text("state"), visit.cookies().text(Cookies.GITHUB));
        if (flow.isEmpty()) {
            return failed(visit, 400, "this sign-in was not begun in this browser, or too long ago", "unknown state");
        }
        if (!query.text("error").isEmpty()) {
            return failed(visit, 401, "it refused", query.text("error"));
        }
        try {
            var token = gitHub.token(
                    query.text("code"), flow.get().verifier(), flow.get().redirect());
            return gitHub.user(token)
                    .map(user ->
                            signIn.arrived(visit, user, () -> true, flow.get().goOn()))
                    .orElseGet(() -> failed(
                            visit,
                            403,
                            "you are in none of: " + String.join(", ", settings.organizations()),
                            "not a member"));
        } catch (IOException e) {
            return failed(visit, 502, "it did not say who you are", String.valueOf(e.getMessage()));
        }
    }

    private Answer.Whole failed(Visit visit, int code, String why, String detail) {
        return signIn.failed(visit, code, settings.web().toString(), why, detail);
    }
}
