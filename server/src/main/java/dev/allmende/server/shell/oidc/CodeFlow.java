package dev.allmende.server.shell.oidc;

import dev.allmende.apiserver.authn.TokenAuthenticator;
import dev.allmende.apiserver.authn.User;
import dev.allmende.apiserver.authn.jwt.Jwt;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.request.Answer;
import dev.allmende.server.shell.login.Sessions;
import dev.allmende.server.shell.page.PageMaker;
import dev.allmende.server.shell.page.SignInPage;
import dev.allmende.server.shell.visit.Addresses;
import dev.allmende.server.shell.visit.Cookies;
import dev.allmende.server.shell.visit.Replies;
import dev.allmende.server.shell.visit.Visit;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Sign-in at the issuer: the authorization code flow (OpenID Connect Core 1.0, 3.1) with state, nonce and PKCE (RFC 7636,
 * S256). The token is checked by the same code that checks bearer tokens of the API.
 */
public final class CodeFlow {

    private static final System.Logger LOG = System.getLogger(CodeFlow.class.getName());
    private static final String CALLBACK = Addresses.ROOT + "/oidc/callback";

    private final OidcSettings settings;
    private final TokenAuthenticator tokens;
    private final Provider provider;
    private final Begun begun;
    private final Sessions sessions;
    private final SignInPage signIn;

    CodeFlow(
            OidcSettings settings,
            TokenAuthenticator tokens,
            Provider provider,
            Begun begun,
            Sessions sessions,
            SignInPage signIn) {
        this.settings = settings;
        this.tokens = tokens;
        this.provider = provider;
        this.begun = begun;
        this.sessions = sessions;
        this.signIn = signIn;
    }

    public static CodeFlow of(
            OidcSettings settings,
            TokenAuthenticator tokens,
            java.time.InstantSource clock,
            java.security.SecureRandom random,
            Sessions sessions,
            SignInPage signIn) {
        return new CodeFlow(settings, tokens, new Provider(settings), new Begun(clock, random), sessions, signIn);
    }

    /** Sends the browser to the issuer. */
    public Answer.Whole begin(Visit visit) throws InterruptedException {
        try {
            var goOn = Replies.ours(visit.request().query().text("return"));
            var flow = begun.begin(redirect(visit), goOn, provider.endpoints());
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("response_type", "code");
            fields.put("client_id", settings.clientId());
            fields.put("redirect_uri", flow.redirect());
            fields.put("scope", settings.scopes());
            fields.put("state", flow.state());
            fields.put("nonce", flow.nonce());
            fields.put("code_challenge", challenge(flow.verifier()));
            fields.put("code_challenge_method", "S256");
            var address = flow.endpoints().authorization().toString();
            return Replies.go(address + (address.contains("?") ? "&" : "?") + Provider.form(fields))
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
        boolean unnamed = named.isEmpty() && !flow.get().endpoints().namesItself();
        if (!unnamed && !named.equals(settings.issuer().url())) {
            return failed(visit, 401, "another issuer answered", named);
        }
        try {
            var token = provider.idToken(
                    flow.get().endpoints(),
                    query.text("code"),
                    flow.get().verifier(),
                    flow.get().redirect());
            return judged(visit, flow.get(), token);
        } catch (IOException e) {
            return failed(visit, 502, "it gave no token", String.valueOf(e.getMessage()));
        }
    }

    private Answer.Whole judged(Visit visit, Begun.Flow flow, String token) {
        return switch (tokens.judge(token, List.of())) {
            case TokenAuthenticator.Known known -> {
                if (!isFor(flow, token)) {
                    yield failed(visit, 401, "its token is for another sign-in", "nonce or azp differ");
                }
                visit.session().ifPresent(sessions::close);
                LOG.log(
                        System.Logger.Level.INFO,
                        "signed in: {0} from {1}",
                        known.user().name(),
                        visit.request().remote());
                var opened = sessions.open(
                        authenticated(known.user()), () -> known.bond().broken().isEmpty());
                // Lax: the browser is on its way from the issuer's site and would not send a strict one.
                yield Replies.go(flow.goOn())
                        .with("Set-Cookie", Cookies.set(Cookies.SESSION, opened.secret(), Cookies.SameSite.LAX));
            }
            case TokenAuthenticator.Refused refused -> failed(visit, 401, "its token is not good", refused.reason());
            case TokenAuthenticator.Unknown _ -> failed(visit, 401, "its token is not good", "of another issuer");
        };
    }

    private boolean isFor(Begun.Flow flow, String token) {
        var claims = Jwt.parse(token).orElseThrow().unproven();
        var party = Json.string(claims.json(), "azp");
        return claims.text("nonce").equals(flow.nonce()) && (party.isEmpty() || party.equals(settings.clientId()));
    }

    private static User authenticated(User user) {
        var groups = new ArrayList<>(user.groups());
        groups.add(User.AUTHENTICATED);
        return new User(user.name(), user.uid(), groups, user.extra());
    }

    /** @param detail for the log: it may hold what strangers write */
    private Answer.Whole failed(Visit visit, int code, String why, String detail) {
        LOG.log(
                System.Logger.Level.WARNING,
                "sign-in at {0} failed: {1}: {2}",
                settings.issuer().url(),
                why,
                detail);
        return signIn.show(visit, code, "", "", PageMaker.texts(visit).of("signInOidcFailed", why));
    }

    private String redirect(Visit visit) {
        var own = settings.ownAddress()
                .map(address -> address.toString().replaceAll("/+$", ""))
                .orElseGet(() -> "https://" + visit.host());
        return own + CALLBACK;
    }

    private static String challenge(String verifier) {
        try {
            var sum = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(sum);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
