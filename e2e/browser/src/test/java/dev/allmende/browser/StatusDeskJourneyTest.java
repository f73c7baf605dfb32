package dev.allmende.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people who write a status page do, in Debian's Chromium, and what axe says of it. */
final class StatusDeskJourneyTest extends StatusJourney {

    private static final String DESK = "/ui/status/status";
    private static final int MOST_TABS = 60;

    StatusDeskJourneyTest() {}

    private BrowserContext context(int width, ColorScheme scheme, String locale) {
        return chromium.browser.newContext(
                visits.wide().setViewportSize(width, 844).setColorScheme(scheme).setLocale(locale));
    }

    @ParameterizedTest
    @CsvSource({"1280,LIGHT,en-GB", "390,DARK,de-DE"})
    void everyPageIsAccessibleAndFitsItsScreen(int width, ColorScheme scheme, String locale) {
        try (var context = context(width, scheme, locale)) {
            var page = visits.open(context);
            Visits.signIn(page, "admin");
            for (var path : new String[] {"", "/~new", "/disks", "/~maintenance/~new", "/~maintenance/switches"}) {
                page.navigate(DESK + path);
                Visits.judge(page, "desk" + path.replaceAll("[^a-z]+", "-"), width, scheme);
            }
        }
    }

    @Test
    void anIncidentIsPublishedByKeyboard() throws InterruptedException {
        try (var context = context(1280, ColorScheme.LIGHT, "en-GB")) {
            var page = visits.open(context);
            Visits.signIn(page, "admin");
            page.navigate(StatusStage.ROOT);
            reach(page, "nav a[href$='" + DESK + "']");
            page.keyboard().press("Enter");
            page.waitForURL(Pattern.compile(".*" + DESK));
            reach(page, "a[href$='/~new']");
            page.keyboard().press("Enter");
            page.waitForURL(Pattern.compile(".*/~new"));
            type(page, "#title-en", "Images come slowly");
            type(page, "#title-de", "Abbilder kommen langsam");
            type(page, "#component-0", "Images");
            type(page, "#type-0", "Slow");
            type(page, "#severity-0", "40");
            reach(page, ".actions button[value=preview]");
            page.keyboard().press("Enter");
            assertThat(page.locator("#tried")).isFocused();
            assertThat(page.locator("#tried")).containsText("Abbilder kommen langsam");
            Visits.judge(page, "desk-preview", 1280, ColorScheme.LIGHT);
            reach(page, ".actions button[value=save]");
            page.keyboard().press("Enter");
            page.waitForURL(Pattern.compile(".*" + DESK));
            assertThat(page.locator("main")).containsText("Images come slowly");
            stage.awaitTitle("Images come slowly");
            page.navigate(StatusStage.ROOT);
            assertThat(page.locator(".story", new Page.LocatorOptions().setHasText("Images come slowly")))
                    .containsText("Images");
        }
    }

    @Test
    void aMaintenanceComesToReadersWhenAnotherPersonHasApprovedIt() throws InterruptedException {
        try (var asking = context(1280, ColorScheme.DARK, "en-GB");
                var approving = context(390, ColorScheme.LIGHT, "de-DE")) {
            var page = visits.open(asking);
            Visits.signIn(page, "admin");
            page.navigate(DESK + "/~maintenance/~new");
            page.locator("#title-en").fill("Disks are replaced");
            page.locator("#title-de").fill("Platten werden getauscht");
            page.locator("#start").fill("2026-12-03T02:00");
            page.locator("#end").fill("2026-12-03T04:00");
            page.locator("#component-0").selectOption("storage");
            page.locator("#type-0").selectOption("slow");
            page.locator("#severity-0").fill("40");
            page.locator(".actions button[value=preview]").click();
            assertThat(page.locator("#tried")).containsText("3 Dec 2026, 01:00 UTC");
            Visits.judge(page, "desk-plan-preview", 1280, ColorScheme.DARK);
            page.locator("input[name=approval]").check();
            page.locator(".actions button[value=save]").click();
            page.waitForURL(Pattern.compile(".*" + DESK));
            assertThat(page.locator("main")).containsText("waits for approval");

            var other = visits.open(approving);
            Visits.signIn(other, "bert");
            other.navigate(DESK);
            other.locator("a", new Page.LocatorOptions().setHasText("Disks are replaced"))
                    .click();
            Visits.judge(other, "desk-approval", 390, ColorScheme.LIGHT);
            other.locator("button[value=approve]").click();
            other.waitForURL(Pattern.compile(".*" + DESK));
            stage.awaitTitle("Disks are replaced");
            other.navigate(StatusStage.ROOT + "maintenance");
            assertThat(other.locator("main")).containsText("Platten werden getauscht");
        }
    }

    private static void type(Page page, String field, String text) {
        reach(page, field);
        page.keyboard().type(text);
    }

    /** With the Tab key alone. */
    private static void reach(Page page, String element) {
        var wanted = page.locator(element).first();
        for (int i = 0; i < MOST_TABS && !isFocused(page, element); i++) {
            page.keyboard().press("Tab");
        }
        assertThat(wanted).isFocused();
    }

    private static boolean isFocused(Page page, String element) {
        return (boolean) page.locator(element).first().evaluate("it => it === document.activeElement");
    }
}
