package dev.allmende.server.shell.oidc;

import dev.allmende.apiserver.authn.TokenAuthenticator;
import dev.allmende.apiserver.authn.jwt.Jwt;
import dev.allmende.apiserver.json.Json;
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
import java.util.List;
import java.util.Map;

/**
 * Sign-in at the issuer: the authorization code flow (OpenID Connect Core 1.0, 3.1) with state, nonce and PKCE (RFC 7636,
 * S256). The token is checked by the same code that checks bearer tokens of the API.
 */
public final class CodeFlow {

    public static final String START = Addresses.ROOT + "/oidc/start";
    private static final String CALLBACK = Addresses.ROOT + "/oidc/callback";

    private final OidcSettings settings;
    private final TokenAuthenticator tokens;
    private final Provider provider;
    private final Begun<Provider.Endpoints> begun;
    private final SignInPage signIn;

    CodeFlow(
            OidcSettings settings,
            TokenAuthenticator tokens,
            Provider provider,
            Begun<Provider.Endpoints> begun,
            SignInPage signIn) {
        this.settings = settings;
        this.tokens = tokens;
        this.provider = provider;
        this.begun = begun;
        this.signIn = signIn;
    }

    public static CodeFlow of(
            OidcSettings settings,
            TokenAuthenticator tokens,
            InstantSource clock,
            SecureRandom random,
            SignInPage signIn) {
        return new CodeFlow(settings, tokens, new Provider(settings), new Begun<>(clock, random), signIn);
    }

    /** Sends the browser to the issuer. */
    public Answer.Whole begin(Visit visit) throws InterruptedException {
        try {
            var goOn = Replies.ours(visit.request().query().text("return"));
            var flow = begun.begin(visit.own(settings.ownAddress()) + CALLBACK, goOn, provider.endpoints());
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("response_type", "code");
            fields.put("client_id", settings.clientId());
            fields.put("redirect_uri", flow.redirect());
            fields.put("scope", settings.scopes());
            fields.put("state", flow.state());
            fields.put("nonce", flow.nonce());
            fields.put("code_challenge", flow.challenge());
            fields.put("code_challenge_method", "S256");
            var address = flow.server().authorization().toString();
            return Replies.go(address + (address.contains("?") ? "&" : "?") + Form.written(fields))
                    .with(
                            "Set-Cookie",
                            Cookies.set(Cookies.OIDC, flow.browser(), Cookies.SameSite.LAX, Begun.PATIENCE));
        } catch (IOException e) {
            return failed(visit, 502, "the issuer cannot be reached", String.valueOf(e.getMessage()));
        }
    }

    /** The browser comes back from the issuer. */
    public Answer.Whole end(Visit visit) throws InterruptedException {
        var query = visit.request().query();
        var flow = begun.end(query.text("state"), visit.cookies().text(Cookies.OIDC));
        if (flow.isEmpty()) {
            return failed(visit, 400, "this sign-in was not begun in this browser, or too long ago", "unknown state");
        }
        if (!query.text("error").isEmpty()) {
            return failed(visit, 401, "it refused", query.text("error"));
        }
        var named = query.text("iss");
        boolean unnamed = named.isEmpty() && !flow.get().server().namesItself();
        if (!unnamed && !named.equals(settings.issuer().url())) {
            return failed(visit, 401, "another issuer answered", named);
        }
        try {
            var token = provider.idToken(
                    flow.get().server(),
                    query.text("code"),
                    flow.get().verifier(),
                    flow.get().redirect());
            return judged(visit, flow.get(), token);
        } catch (IOException e) {
            return failed(visit, 502, "it gave no token", String.valueOf(e.getMessage()));
        }
    }

    private Answer.Whole judged(Visit visit, Begun.Flow<Provider.Endpoints> flow, String token) {
        return switch (tokens.judge(token, List.of())) {
            case TokenAuthenticator.Known known -> {
                if (!isFor(flow, token)) {
                    yield failed(visit, 401, "its token is for another sign-in", "nonce or azp differ");
                }
                yield signIn.arrived(
                        visit, known.user(), () -> known.bond().broken().isEmpty(), flow.goOn());
            }
            case TokenAuthenticator.Refused refused -> failed(visit, 401, "its token is not good", refused.reason());
            case TokenAuthenticator.Unknown _ -> failed(visit, 401, "its token is not good", "of another issuer");
        };
    }

    private boolean isFor(Begun.Flow<Provider.Endpoints> flow, String token) {
        var claims = Jwt.parse(token).orElseThrow().unproven();
        var party = Json.string(claims.json(), "azp");
        return claims.text("nonce").equals(flow.nonce()) && (party.isEmpty() || party.equals(settings.clientId()));
    }

    private Answer.Whole failed(Visit visit, int code, String why, String detail) {
        return signIn.failed(visit, code, settings.issuer().url(), why, detail);
    }
}
