package dev.allmende.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.allmende.apiserver.json.Json;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Making and changing objects in forms, in Debian's Chromium. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DraftTest {

    private static final String NEW_SERVER = "/ui/new/namespaces/shop/servers.compute.example";
    private static final String SERVERS = "/ui/namespaces/shop/servers.compute.example";

    private Cloud cloud;
    private Chromium chromium;
    private Visits visits;

    DraftTest() {}

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        cloud = new Cloud(folder);
        new Tenant(cloud);
        chromium = new Chromium();
        visits = new Visits(cloud);
    }

    @AfterAll
    void stop() {
        chromium.close();
        cloud.close();
    }

    @BeforeEach
    void forget() {
        visits.forget();
    }

    @AfterEach
    void nothingWasComplainedOf() {
        assertThat(visits.complaints()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1280,LIGHT,en-GB", "1280,DARK,de-DE", "390,LIGHT,de-DE", "390,DARK,en-GB"})
    void formsAreAccessibleAndFitTheirScreen(int width, ColorScheme scheme, String locale) {
        try (var context = chromium.browser.newContext(
                visits.wide().setViewportSize(width, 844).setColorScheme(scheme).setLocale(locale))) {
            var page = visits.open(context);
            Visits.signIn(page, "admin");
            page.navigate(NEW_SERVER);
            Visits.judge(page, "draft-new", width, scheme);
            fill(page);
            page.locator(".draft > .actions button.first").click();
            assertThat(page.locator("#problems")).isVisible();
            Visits.judge(page, "draft-wrong", width, scheme);
            page.navigate(SERVERS + "/web-2/edit");
            page.locator("#f-spec-power").selectOption("Off");
            page.locator(".draft > .actions button").nth(1).click();
            assertThat(page.locator("#tried")).isVisible();
            Visits.judge(page, "draft-preview", width, scheme);
            page.navigate("/ui/namespaces/shop");
            page.locator("#makes summary").click();
            Visits.judge(page, "makes", width, scheme);
        }
    }

    private static void fill(Page page) {
        page.locator("#f-metadata-name").fill("fresh");
        page.locator("#f-spec-flavor").fill("huge");
        page.locator("#f-spec-image").fill("debian-13");
        page.locator("#f-spec-days input").nth(1).check();
        page.locator("#f-spec-networks summary").first().click();
        page.locator("#f-spec-networks button[value^=add]").click();
        page.locator("#f-spec-networks-0--networkRef").selectOption("front");
    }

    @Test
    void aServerIsMadeByKeyboardAlone() {
        try (var context = chromium.browser.newContext(visits.wide())) {
            var page = visits.open(context);
            Visits.signIn(page, "admin");
            page.navigate(SERVERS);
            page.locator(".heading a").press("Enter");
            page.waitForURL(Pattern.compile(".*/ui/new/.*"));
            tabTo(page, "f.metadata.name");
            page.keyboard().type("typed");
            tabTo(page, "f.spec.flavor");
            page.keyboard().type("huge");
            tabTo(page, "f.spec.image");
            page.keyboard().type("debian-13");
            page.keyboard().press("Enter");
            assertThat(page.locator("#problems")).isFocused();
            assertThat(page.locator("#problems")).containsText("must be a flavor of the standard");
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            assertThat(page.locator("#f-spec-flavor")).isFocused();
            page.keyboard().press("Control+A");
            page.keyboard().type("SCS-1V-2");
            tabTo(page, "add:spec.networks");
            page.keyboard().press("Enter");
            assertThat(page.locator("#f-spec-networks fieldset.row")).isFocused();
            tabTo(page, "f.spec.networks[0].networkRef");
            page.keyboard().type("back");
            tabTo(page, "save");
            page.keyboard().press("Enter");
            page.waitForURL(Pattern.compile(".*/servers.compute.example/typed"));
            assertThat(page.locator(".notice")).containsText("Server typed is created.");
        }
        var spec = cloud.api
                .get("/apis/compute.example/v1/namespaces/shop/servers/typed")
                .path("spec");
        assertThat(Json.string(spec, "flavor")).isEqualTo("SCS-1V-2");
        assertThat(Json.string(spec.path("networks").path(0), "networkRef", "name"))
                .isEqualTo("back");
        cloud.delete("/apis/compute.example/v1/namespaces/shop/servers/typed");
    }

    /** Opens what is folded on the way. */
    private static void tabTo(Page page, String field) {
        var mine =
                "(document.activeElement.name === 'do' ? document.activeElement.value : document.activeElement.name || '')";
        for (int i = 0; i < 90 && !page.evaluate(mine).equals(field); i++) {
            page.keyboard().press("Tab");
            boolean folded =
                    (boolean) page.evaluate("document.activeElement.matches('.draft details:not([open]) > summary')");
            if (folded) {
                page.keyboard().press("Enter");
            }
        }
        assertThat(page.evaluate(mine)).isEqualTo(field);
    }

    @Test
    void withoutScriptOneCanMakeAndChangeObjects() {
        try (var context = chromium.browser.newContext(visits.wide().setJavaScriptEnabled(false))) {
            var page = visits.open(context);
            Visits.signIn(page, "admin");
            page.navigate(NEW_SERVER);
            fill(page);
            page.locator("#f-spec-flavor").fill("SCS-1V-2");
            page.locator(".draft > .actions button").nth(1).click();
            assertThat(page.locator("#tried")).containsText("name: front");
            page.locator(".draft > .actions button.first").click();
            assertThat(page.locator(".notice")).containsText("Server fresh is created.");
            page.locator(".heading .actions a").first().click();
            page.locator("#f-spec-power").selectOption("Off");
            page.locator(".draft > .actions button.first").click();
            assertThat(page.locator(".notice")).containsText("Server fresh is changed.");
        } finally {
            cloud.delete("/apis/compute.example/v1/namespaces/shop/servers/fresh");
        }
    }

    @Test
    void whatIsOutOfBoundsIsUnfoldedAndNotSent() {
        try (var context = chromium.browser.newContext(visits.wide())) {
            var page = visits.open(context);
            Visits.signIn(page, "admin");
            page.navigate(NEW_SERVER);
            fill(page);
            page.locator("#f-spec-boot summary").first().click();
            page.locator("#f-spec-boot-volumeSize").fill("0");
            page.locator("#f-spec-boot summary").first().click();
            assertThat(page.locator("#f-spec-boot-volumeSize")).isHidden();
            page.locator(".draft > .actions button.first").click();
            assertThat(page.locator("#f-spec-boot-volumeSize")).isFocused();
        }
    }
}
