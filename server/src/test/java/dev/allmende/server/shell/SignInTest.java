package dev.allmende.server.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.server.shell.visit.Cookies;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SignInTest {

    private TestServer server;

    SignInTest() {}

    @BeforeAll
    void start(@TempDir Path folder) {
        server = new TestServer(folder);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void aBrowserAtTheRootComesToThePagesAndAClientToTheApi() {
        try (var browser = server.browser()) {
            assertThat(browser.get("/", "Accept", "text/html").location()).isEqualTo("/ui/namespaces");
            assertThat(browser.get("/").code()).isEqualTo(403);
        }
    }

    @Test
    void whoIsNotSignedInIsAskedToAndComesBackToThePage() {
        try (var browser = server.browser()) {
            var asked = browser.get("/ui/cluster?x=1");
            assertThat(asked.code()).isEqualTo(303);
            assertThat(asked.location()).isEqualTo("/ui/sign-in?return=%2Fui%2Fcluster%3Fx%3D1");
            var form = browser.get(asked.location());
            assertThat(form.hidden("return")).isEqualTo("/ui/cluster?x=1");
            var in = browser.post(
                    form,
                    "/ui/sign-in",
                    Map.of("name", "admin", "password", TestServer.PASSWORD, "return", form.hidden("return")));
            assertThat(in.location()).isEqualTo("/ui/cluster?x=1");
            assertThat(browser.get(in.location()).code()).isEqualTo(200);
        }
    }

    @Test
    void theSessionsCookieIsForThisHostAndNoScript() {
        try (var browser = server.browser()) {
            assertThat(browser.signIn("admin", TestServer.PASSWORD).setCookie())
                    .startsWith("__Host-allmende-session=")
                    .contains("; Secure", "; HttpOnly", "; SameSite=Strict", "; Path=/")
                    .doesNotContain("Domain");
            assertThat(browser.cookies.get(Cookies.SESSION)).hasSizeGreaterThanOrEqualTo(43);
        }
    }

    @Test
    void aWrongPasswordAndAnUnknownNameAreRefusedInTheSameWords() {
        try (var browser = server.browser()) {
            var wrong = browser.signIn("anna", "not the password");
            var unknown = browser.signIn("nobody", "not the password");
            assertThat(wrong.code()).isEqualTo(401);
            assertThat(unknown.code()).isEqualTo(401);
            assertThat(wrong.html()).contains("The user name or the password is wrong.");
            assertThat(unknown.html()).contains("The user name or the password is wrong.");
            assertThat(browser.cookies).doesNotContainKey(Cookies.SESSION);
        }
    }

    @Test
    void afterSomeFailuresTheNextAttemptMustWaitEvenWithTheRightPassword(@TempDir Path folder) {
        try (var own = new TestServer(folder);
                var browser = own.browser()) {
            for (int i = 0; i < 5; i++) {
                assertThat(browser.signIn("admin", "guess number " + i).code()).isEqualTo(401);
            }
            var held = browser.signIn("admin", TestServer.PASSWORD);
            assertThat(held.code()).isEqualTo(429);
            assertThat(Integer.parseInt(held.header("retry-after"))).isBetween(1, 60);
            own.clock.turn(Duration.ofMinutes(3));
            assertThat(browser.signIn("admin", TestServer.PASSWORD).code()).isEqualTo(303);
        }
    }

    @Test
    void goodSignInsAreNotHeldAgainstAnybody() {
        try (var browser = server.browser()) {
            for (int i = 0; i < 8; i++) {
                assertThat(browser.signIn("anna", TestServer.PASSWORD).code()).isEqualTo(303);
                browser.cookies.clear();
            }
        }
    }

    @Test
    void aSessionIsNewWhateverTheBrowserBrings() {
        try (var browser = server.browser()) {
            browser.cookies.put(Cookies.SESSION, "chosen-by-somebody-else");
            browser.signIn("admin", TestServer.PASSWORD);
            var first = browser.cookies.get(Cookies.SESSION);
            assertThat(first).isNotEqualTo("chosen-by-somebody-else");
            try (var thief = server.browser()) {
                thief.cookies.put(Cookies.SESSION, "chosen-by-somebody-else");
                assertThat(thief.get("/ui/namespaces").code()).isEqualTo(303);
            }
        }
    }

    @Test
    void signingOutEndsTheSessionAlsoForACopyOfItsCookie() {
        try (var browser = server.signedIn("admin");
                var copy = server.browser()) {
            copy.cookies.putAll(browser.cookies);
            assertThat(copy.get("/ui/namespaces").code()).isEqualTo(200);
            var out = browser.post(browser.get("/ui/namespaces"), "/ui/sign-out", Map.of());
            assertThat(out.location()).isEqualTo("/ui/sign-in");
            assertThat(browser.cookies).doesNotContainKey(Cookies.SESSION);
            assertThat(copy.get("/ui/namespaces").code()).isEqualTo(303);
        }
    }

    @Test
    void aFormWithoutItsTokenDoesNothing() {
        try (var browser = server.signedIn("admin")) {
            var page = browser.get("/ui/namespaces");
            assertThat(browser.post(page, "/ui/sign-out", Map.of("form", "")).code())
                    .isEqualTo(403);
            assertThat(browser.post(page, "/ui/sign-out", Map.of("form", "x".repeat(43)))
                            .code())
                    .isEqualTo(403);
            assertThat(browser.get("/ui/namespaces").code()).isEqualTo(200);
        }
    }

    @Test
    void aTokenOfAnotherSessionIsWorthNothing() {
        try (var mine = server.signedIn("admin");
                var theirs = server.signedIn("anna")) {
            var page = theirs.get("/ui/namespaces");
            assertThat(mine.post(page, "/ui/sign-out", Map.of()).code()).isEqualTo(403);
        }
    }

    @Test
    void aFormOfAnotherSiteDoesNothing() {
        try (var browser = server.signedIn("admin")) {
            var page = browser.get("/ui/namespaces");
            assertThat(browser.post(page, "/ui/sign-out", Map.of(), "Origin", "https://evil.example")
                            .code())
                    .isEqualTo(403);
            var own = server.server.url().toString().replaceAll("/$", "");
            assertThat(browser.post(page, "/ui/sign-out", Map.of(), "Origin", own)
                            .code())
                    .isEqualTo(303);
        }
    }

    @Test
    void theSignInFormNeedsItsTokenToo() {
        try (var browser = server.browser()) {
            var page = browser.get("/ui/sign-in");
            var fields = Map.of("name", "admin", "password", TestServer.PASSWORD, "form", "");
            assertThat(browser.post(page, "/ui/sign-in", fields).code()).isEqualTo(403);
        }
    }

    @Test
    void nobodyIsSentToAnotherSite() {
        try (var browser = server.browser()) {
            for (var evil : new String[] {
                "https://evil.example/", "//evil.example", "/ui/\\evil", "/ui/../../x\r\nY: z", "javascript:alert(1)"
            }) {
                var in = browser.post(
                        browser.get("/ui/sign-in"),
                        "/ui/sign-in",
                        Map.of("name", "admin", "password", TestServer.PASSWORD, "return", evil));
                assertThat(in.location()).isEqualTo("/ui/namespaces");
                browser.cookies.clear();
            }
        }
    }

    @Test
    void anotherPasswordEndsTheSessionsOfBefore(@TempDir Path folder) throws Exception {
        try (var own = new TestServer(folder);
                var browser = own.signedIn("anna")) {
            assertThat(browser.get("/ui/namespaces").code()).isEqualTo(200);
            own.accounts.password("anna", "another password");
            assertThat(browser.get("/ui/namespaces").code()).isEqualTo(303);
            assertThat(browser.signIn("anna", TestServer.PASSWORD).code()).isEqualTo(401);
            assertThat(browser.signIn("anna", "another password").code()).isEqualTo(303);
            own.accounts.remove("anna");
            assertThat(browser.get("/ui/namespaces").code()).isEqualTo(303);
        }
    }

    @Test
    void aSessionEndsWhenItIsNotUsedAndAfterHalfADayAnyway(@TempDir Path folder) {
        try (var own = new TestServer(folder);
                var idle = own.signedIn("admin");
                var busy = own.signedIn("admin")) {
            for (int i = 0; i < 14; i++) {
                own.clock.turn(Duration.ofMinutes(50));
                assertThat(busy.get("/ui/namespaces").code()).isEqualTo(200);
            }
            assertThat(idle.get("/ui/namespaces").code()).isEqualTo(303);
            own.clock.turn(Duration.ofMinutes(50));
            assertThat(busy.get("/ui/namespaces").code()).isEqualTo(303);
        }
    }

    @Test
    void pagesAllowNothingForeign() {
        try (var browser = server.browser()) {
            var page = browser.get("/ui/sign-in");
            assertThat(page.header("content-security-policy"))
                    .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "base-uri 'none'")
                    .doesNotContain("unsafe", "http:", "https:", "*");
            assertThat(page.header("cache-control")).isEqualTo("no-store");
            assertThat(page.header("x-content-type-options")).isEqualTo("nosniff");
            assertThat(page.html())
                    .doesNotContainPattern("<script(?! src=\"/ui/)")
                    .doesNotContain("<style", " style=", "onclick", "http://", "https://");
        }
    }
}
