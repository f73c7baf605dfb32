package dev.allmende.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
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

/** What a person does with the pages, in Debian's Chromium, and what axe says of them. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class WebJourneyTest {

    private static final String WEB_2 = "/ui/namespaces/blue/servers.central.example/web-2";

    private Cloud cloud;
    private Chromium chromium;
    private Visits visits;

    WebJourneyTest() {}

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        cloud = new Cloud(folder);
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

    /** A script that was refused, or that failed, shows up here. */
    @AfterEach
    void nothingWasComplainedOf() {
        assertThat(visits.complaints()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1280,LIGHT,en-GB", "1280,DARK,de-DE", "390,LIGHT,de-DE", "390,DARK,en-GB"})
    void everyPageIsAccessibleAndFitsItsScreen(int width, ColorScheme scheme, String locale) {
        try (var context = chromium.browser.newContext(
                visits.wide().setViewportSize(width, 844).setColorScheme(scheme).setLocale(locale))) {
            var page = visits.open(context);
            page.navigate("/ui/sign-in");
            Visits.judge(page, "sign-in", width, scheme);
            Visits.signIn(page, "admin");
            for (var path : new String[] {
                "/ui/namespaces",
                "/ui/namespaces/blue",
                "/ui/namespaces/blue/servers.central.example",
                WEB_2,
                WEB_2 + "/delete",
                "/ui/namespaces/blue/secrets/key",
                "/ui/cluster",
                "/ui/namespaces/no-such"
            }) {
                page.navigate(path);
                Visits.judge(page, path.substring(4).replaceAll("[^a-z0-9-]+", "_"), width, scheme);
            }
            page.locator("details.menu summary").first().click();
            Visits.judge(page, "menu", width, scheme);
        }
    }

    @Test
    void everythingCanBeDoneByKeyboard() {
        try (var context = chromium.browser.newContext(visits.wide())) {
            var page = visits.open(context);
            page.navigate("/ui/namespaces/blue");
            assertThat(page.locator("#name")).isFocused();
            page.keyboard().type("admin");
            page.keyboard().press("Tab");
            page.keyboard().type(Cloud.PASSWORD);
            page.keyboard().press("Enter");
            page.waitForURL(Pattern.compile(".*/ui/namespaces/blue"));
            page.keyboard().press("Tab");
            assertThat(page.locator(".skip")).isFocused();
            assertThat(page.locator(".skip")).isInViewport();
            page.keyboard().press("Enter");
            assertThat(page.locator("main")).isFocused();
            var row = page.getByRole(
                    AriaRole.LINK, new Page.GetByRoleOptions().setName("web-1").setExact(true));
            for (int i = 0; i < 20 && !isFocused(page, "web-1"); i++) {
                page.keyboard().press("Tab");
            }
            assertThat(row).isFocused();
            assertThat(row.evaluate("link => getComputedStyle(link).outlineStyle"))
                    .isEqualTo("solid");
            page.keyboard().press("Enter");
            page.waitForURL(Pattern.compile(".*/web-1"));
            page.locator(".menus summary").first().press("Enter");
            assertThat(page.getByText("Deutsch")).isVisible();
            page.keyboard().press("Escape");
            assertThat(page.getByText("Deutsch")).isHidden();
            assertThat(page.locator(".menus summary").first()).isFocused();
        }
    }

    private static boolean isFocused(Page page, String text) {
        return page.evaluate("document.activeElement.textContent").equals(text);
    }

    @Test
    void rowsComeChangeAndGoWithoutReload() {
        try (var context = chromium.browser.newContext(visits.wide())) {
            var page = visits.open(context);
            Visits.signIn(page, "admin");
            page.navigate("/ui/namespaces/blue");
            assertThat(page.locator("#live")).containsText("Live");
            page.evaluate("window.same = true");
            cloud.server("cache", "False", "Waiting", "for a network");
            var row = page.locator("tr", new Page.LocatorOptions().setHasText("cache"));
            assertThat(row).containsText("Ready: Waiting");
            assertThat(page.locator("section.kind").first().locator("[data-count]"))
                    .hasText("4");
            assertThat(page.locator("#live")).containsText("cache changed");
            assertThat(page.locator("tbody").first().locator("tr").first()).containsText("cache");
            cloud.delete(Cloud.SERVERS + "/cache");
            assertThat(row).hasCount(0);
            assertThat(page.locator("section.kind").first().locator("[data-count]"))
                    .hasText("3");
            cloud.post(
                    "/api/v1/namespaces/blue/services", "{'metadata':{'name':'shop'},'spec':{'ports':[{'port':80}]}}");
            assertThat(page.locator("section[data-kind=services]")).isVisible();
            assertThat(page.evaluate("window.same")).isEqualTo(true);
        }
    }

    @Test
    void anObjectsPageChangesAndSaysWhenTheObjectIsGone() {
        cloud.server("brief", "Unknown", "Building", "soon");
        try (var context = chromium.browser.newContext(visits.wide())) {
            var page = visits.open(context);
            Visits.signIn(page, "admin");
            page.navigate("/ui/namespaces/blue/servers.central.example/brief");
            assertThat(page.locator("#live")).containsText("Live");
            cloud.post(
                    "/api/v1/namespaces/blue/events",
                    "{'metadata':{'name':'e-brief','namespace':'blue'},'type':'Normal','reason':'Seen','message':'It was seen.',"
                            + "'involvedObject':{'apiVersion':'central.example/v1','kind':'Server','name':'brief','namespace':'blue',"
                            + "'uid':'%s'}}".formatted(uid("brief")));
            assertThat(page.locator("#part")).containsText("It was seen.");
            cloud.delete(Cloud.SERVERS + "/brief");
            assertThat(page.locator("#part")).containsText("This object was deleted.");
        }
    }

    private String uid(String name) {
        return cloud.api
                .get(Cloud.SERVERS + "/" + name)
                .path("metadata")
                .path("uid")
                .asText();
    }

    @Test
    void theYamlIsCopiedWithOneKey() {
        try (var context = chromium.browser.newContext(visits.wide())) {
            context.grantPermissions(List.of("clipboard-read", "clipboard-write"));
            var page = visits.open(context);
            Visits.signIn(page, "admin");
            page.navigate(WEB_2);
            page.locator("#yaml summary").press("Enter");
            page.locator("#copy-yaml").press("Enter");
            assertThat(page.locator("#copy-yaml")).hasText("Copied");
            assertThat(page.evaluate("navigator.clipboard.readText()"))
                    .asString()
                    .startsWith("apiVersion: central.example/v1\nkind: Server\n");
        }
    }

    @Test
    void whenTheSessionEndsThePageSaysSo() {
        try (var context = chromium.browser.newContext(visits.wide())) {
            var page = visits.open(context);
            Visits.signIn(page, "admin");
            page.navigate("/ui/namespaces/blue");
            assertThat(page.locator("#live")).containsText("Live");
            var other = visits.open(context);
            other.navigate("/ui/namespaces");
            other.locator(".menus summary").nth(1).click();
            other.getByText("Sign out").click();
            other.waitForURL(Pattern.compile(".*/ui/sign-in"));
            assertThat(page.locator("#live")).containsText("Not live any more.");
            page.locator("#live a").click();
            page.waitForURL(Pattern.compile(".*/ui/sign-in\\?return=.*"));
        }
    }

    @Test
    void hostileTextsDoNothing() {
        cloud.server("sly", "False", "<img src=x onerror=document.title=1>", "<script>document.title=1</script>");
        try (var context = chromium.browser.newContext(visits.wide())) {
            var page = visits.open(context);
            Visits.signIn(page, "admin");
            page.navigate("/ui/namespaces/blue");
            assertThat(page.locator("#live")).containsText("Live");
            cloud.server("sly-2", "False", "<img src=x onerror=document.title=1>", "x");
            assertThat(page.locator("tr", new Page.LocatorOptions().setHasText("sly-2")))
                    .containsText("<img src=x");
            page.navigate("/ui/namespaces/blue/servers.central.example/sly");
            assertThat(page.locator("#part")).containsText("<script>document.title");
            assertThat(page.title()).startsWith("sly");
        } finally {
            cloud.delete(Cloud.SERVERS + "/sly");
            cloud.delete(Cloud.SERVERS + "/sly-2");
        }
    }

    @Test
    void withoutScriptOneCanSignInLookDeleteAndChangeTheDisplay() {
        cloud.server("old", "True", "Active", "");
        try (var context = chromium.browser.newContext(visits.wide().setJavaScriptEnabled(false))) {
            var page = visits.open(context);
            Visits.signIn(page, "admin");
            page.navigate("/ui/namespaces/blue/servers.central.example/old");
            page.getByText("Delete", new Page.GetByTextOptions().setExact(true)).click();
            page.locator("#confirm").fill("old");
            page.locator("button.danger").click();
            assertThat(page.locator(".notice")).containsText("Server old is deleted");
            page.locator(".menus summary").first().click();
            page.getByText("Deutsch").click();
            assertThat(page.locator("html")).hasAttribute("lang", "de");
            page.locator(".menus summary").first().click();
            page.getByText("Dunkel").click();
            assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
        }
    }

    @Test
    void whoHasNoRightsIsToldSo() {
        try (var context = chromium.browser.newContext(visits.wide())) {
            var page = visits.open(context);
            Visits.signIn(page, "anna");
            assertThat(page.locator("main")).containsText("There is no namespace that anna may see.");
            page.navigate("/ui/namespaces/blue");
            assertThat(page.locator("h1")).containsText("You may not see or do this");
        }
    }
}
