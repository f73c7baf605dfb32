package dev.allmende.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import dev.allmende.apiserver.ApiServer;
import dev.allmende.server.shell.Issuers;
import dev.allmende.server.shell.Shell;
import dev.allmende.server.shell.ShellSettings;
import dev.allmende.server.shell.oidc.OidcOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Sign-in at an issuer that nobody here wrote, in a browser that nobody here wrote. */
@Tag("browser")
final class KeycloakSignInTest {

    KeycloakSignInTest() {}

    @Test
    void aUserOfKeycloakSignsInAndIsThatUserForTheApi(@TempDir Path folder, @TempDir Path keys) throws Exception {
        int port = Keycloak.freePort();
        var own = "https://127.0.0.1:" + port;
        try (var keycloak = new Keycloak(keys, own);
                var chromium = new Chromium()) {
            var secret = Files.writeString(folder.resolve("secret"), Keycloak.SECRET + "\n");
            var oidc = CommandLine.populateCommand(
                            new OidcOptions(),
                            "--oidc-issuer=" + keycloak.issuer(),
                            "--oidc-client-id=allmende",
                            "--oidc-client-secret-file=" + secret,
                            "--oidc-ca=" + keycloak.authority)
                    .settings()
                    .orElseThrow();
            var settings = ShellSettings.of(folder, Issuers.of(oidc), "test", Clock.systemUTC());
            try (var server = ApiServer.in(folder)
                            .listen("127.0.0.1", port)
                            .pages(inside -> new Shell(settings, inside))
                            .start();
                    var context = chromium.browser.newContext(new Browser.NewContextOptions()
                            .setIgnoreHTTPSErrors(true)
                            .setLocale("en-GB"))) {
                var page = context.newPage();
                page.navigate(server.url() + "/ui/cluster");
                page.locator("a.button.first").click();
                page.locator("#username").fill("carla");
                page.locator("#password").fill(Keycloak.PASSWORD);
                page.locator("[type=submit]").click();
                page.waitForURL(Pattern.compile(Pattern.quote(own) + "/ui/cluster"));
                assertThat(page.locator(".who")).hasText("oidc:carla");
                assertThat(page.locator(".menus")).containsText("oidc:team");
                assertThat(page.locator("h1")).hasText("You may not see or do this");
            }
        }
    }
}
