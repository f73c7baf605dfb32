package dev.allmende.server.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.authn.oidc.OidcIssuer;
import dev.allmende.apiserver.request.Query;
import dev.allmende.server.shell.oidc.OidcSettings;
import dev.allmende.server.shell.visit.Cookies;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OidcSignInTest {

    private FakeIssuer issuer;
    private TestServer server;

    OidcSignInTest() {}

    @BeforeAll
    void start(@TempDir Path folder, @TempDir Path issuers) throws Exception {
        issuer = new FakeIssuer(issuers);
        server = new TestServer(
                folder,
                Issuers.of(new OidcSettings(
                        OidcIssuer.of(issuer.url(), FakeIssuer.CLIENT)
                                .withUsername("preferred_username", "oidc:")
                                .withGroups("groups", "oidc:"),
                        FakeIssuer.CLIENT,
                        FakeIssuer.SECRET,
                        "openid profile email",
                        issuer.trust(),
                        Optional.empty())));
    }

    @BeforeEach
    void straight() {
        issuer.twist = claims -> {};
    }

    @AfterAll
    void stop() {
        server.close();
        issuer.close();
    }

    @Test
    void aUserOfTheIssuerSignsInAndIsThatUserForTheApi() {
        try (var browser = server.browser()) {
            assertThat(browser.get("/ui/sign-in").html()).contains("Sign in with 127.0.0.1");
            var sent = browser.get("/ui/oidc/start?return=/ui/cluster");
            assertThat(sent.code()).isEqualTo(303);
            assertThat(sent.location()).startsWith(issuer.url() + "/authorize?");
            assertThat(sent.setCookie()).contains("; HttpOnly", "; Secure", "; SameSite=Lax");
            var asked = Query.parse(URI.create(sent.location()).getRawQuery());
            assertThat(asked.text("redirect_uri")).isEqualTo(server.server.url() + "/ui/oidc/callback");
            assertThat(asked.text("response_type")).isEqualTo("code");
            assertThat(asked.text("state")).hasSize(43);
            assertThat(asked.text("nonce")).hasSize(43).isNotEqualTo(asked.text("state"));
            var in = browser.get(issuer.letIn(sent.location()));
            assertThat(in.location()).isEqualTo("/ui/cluster");
            assertThat(in.setCookie()).contains("; HttpOnly", "; Secure", "; SameSite=Lax");
            assertThat(browser.get("/ui/cluster").html()).contains("oidc:carla", "oidc:team");
        }
    }

    @Test
    void aCodeIsGoodOnceAndOnlyInTheBrowserThatBegan() {
        try (var browser = server.browser();
                var other = server.browser()) {
            var back = issuer.letIn(browser.get("/ui/oidc/start").location());
            assertThat(other.get(back).code()).isEqualTo(400);
            assertThat(other.cookies).doesNotContainKey(Cookies.SESSION);
            // Somebody else has used the state up; nobody can take part of a sign-in that is half stolen.
            assertThat(browser.get(back).code()).isEqualTo(400);
            var again = issuer.letIn(browser.get("/ui/oidc/start").location());
            assertThat(browser.get(again).code()).isEqualTo(303);
            assertThat(browser.get(again).code()).isEqualTo(400);
        }
    }

    @Test
    void aSignInThatTookTooLongIsBegunAnew() {
        try (var browser = server.browser()) {
            var back = issuer.letIn(browser.get("/ui/oidc/start").location());
            server.clock.turn(Duration.ofMinutes(11));
            assertThat(browser.get(back).code()).isEqualTo(400);
        } finally {
            server.clock.turn(Duration.ofMinutes(-11));
        }
    }

    @Test
    void tokensThatAreNotForThisSignInAreRefused() {
        refused(claims -> claims.put("nonce", "another"));
        refused(claims -> claims.put("aud", "another-client"));
        refused(claims -> claims.put("azp", "another-client"));
        refused(claims -> claims.put("iss", "https://evil.example"));
        refused(claims -> claims.put("exp", 1_000));
        refused(claims -> claims.remove("preferred_username"));
    }

    private void refused(Consumer<ObjectNode> twist) {
        issuer.twist = twist;
        try (var browser = server.browser()) {
            var page = browser.get(issuer.letIn(browser.get("/ui/oidc/start").location()));
            assertThat(page.code()).isEqualTo(401);
            assertThat(page.html()).contains("The identity provider did not sign you in");
            assertThat(browser.cookies).doesNotContainKey(Cookies.SESSION);
        }
    }

    @Test
    void aRefusalOfTheIssuerIsShownWithoutItsWords() {
        try (var browser = server.browser()) {
            var state = Query.parse(
                            URI.create(browser.get("/ui/oidc/start").location()).getRawQuery())
                    .text("state");
            var page = browser.get("/ui/oidc/callback?state=" + state + "&error=%3Cscript%3Ealert(1)");
            assertThat(page.code()).isEqualTo(401);
            assertThat(page.html()).doesNotContain("alert(1)");
        }
    }

    @Test
    void anAnswerOfAnotherIssuerIsRefused() {
        try (var browser = server.browser()) {
            var back = issuer.letIn(browser.get("/ui/oidc/start").location());
            assertThat(browser.get(back + "&iss=https%3A%2F%2Fevil.example").code())
                    .isEqualTo(401);
        }
    }

    @Test
    void localUsersSignInBesides() {
        try (var browser = server.signedIn("anna")) {
            assertThat(browser.get("/ui/namespaces").html()).contains(">anna<");
        }
    }
}
