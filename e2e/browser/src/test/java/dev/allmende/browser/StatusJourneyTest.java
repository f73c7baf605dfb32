package dev.allmende.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.RequestOptions;
import dev.allmende.api.status.Component;
import dev.allmende.api.status.Incident;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a reader does with a status page, in Debian's Chromium, and what axe says of it. */
final class StatusJourneyTest extends StatusJourney {

    /** The rule of WCAG 2.2 AA that axe does not run unless asked. */
    private static final List<String> BEYOND = List.of("target-size");

    StatusJourneyTest() {}

    private List<String> pages() {
        return List.of(
                "",
                "table",
                "maintenance",
                "imprint",
                "incident/" + stage.id(Incident.class, "disks"),
                "component/" + stage.id(Component.class, "compute"));
    }

    @ParameterizedTest
    @CsvSource({"1280,LIGHT,en-GB", "1280,DARK,de-DE", "390,LIGHT,de-DE", "390,DARK,en-GB", "3840,LIGHT,en-GB"})
    void everyPageIsAccessibleAndFitsItsScreen(int width, ColorScheme scheme, String locale) {
        try (var context = chromium.browser.newContext(
                visits.wide().setViewportSize(width, 844).setColorScheme(scheme).setLocale(locale))) {
            var page = visits.open(context);
            for (var path : pages()) {
                page.navigate(StatusStage.ROOT + path);
                var name = "status-" + path.replaceAll("/.*", "") + "-" + locale;
                Visits.judge(page, name, width, scheme);
                assertThat(new AxeBuilder(page).withRules(BEYOND).analyze().getViolations())
                        .as(name)
                        .isEmpty();
            }
        }
    }

    @Test
    void aReaderComesFromTheStateToTheCauseInTheirLanguageAndKeepsIt() {
        try (var context = chromium.browser.newContext(visits.wide().setLocale("de-DE"))) {
            var page = visits.open(context);
            page.navigate("/status");
            assertThat(page.locator("h1")).hasText("Einige Komponenten sind gestört");
            page.locator(".tongue").click();
            assertThat(page.locator("h1")).hasText("Some components do not work");
            page.getByText("Volumes cannot be attached").first().click();
            page.waitForURL(Pattern.compile(".*/incident/.*[?]lang=en"));
            assertThat(page.locator(".timeline li").first()).containsText("Cause found");
            assertThat(page.locator(".timeline a").first()).hasAttribute("href", "https://example.org/switches");
            page.locator(".plain a").first().click();
            assertThat(page.locator("h1")).hasText("Volumes");
            assertThat(page.locator("tbody tr")).hasCount(90);
            page.locator("nav a").nth(1).click();
            assertThat(page.locator("main")).containsText("December 2026");
            assertThat(context.cookies()).isEmpty();
        }
    }

    @Test
    void everythingIsSaidWithoutAScriptAndWithOneInTheReadersTime() {
        try (var plain = chromium.browser.newContext(visits.wide().setJavaScriptEnabled(false));
                var scripted = chromium.browser.newContext(visits.wide().setTimezoneId("Asia/Tokyo"))) {
            var without = visits.open(plain);
            without.navigate(StatusStage.ROOT);
            assertThat(without.locator(".story time").first()).hasText("26 Nov 2026, 09:00 UTC");
            assertThat(without.locator(".bar[role=img]").first())
                    .hasAttribute("aria-label", Pattern.compile("The last 90 days: .* operational.*"));
            var with = visits.open(scripted);
            with.navigate(StatusStage.ROOT);
            assertThat(with.locator(".story time").first()).containsText("18:00");
            assertThat(with.locator(".story time").first()).containsText("(09:00 UTC)");
        }
    }

    @Test
    void theKeyboardReachesEachComponent() {
        try (var context = chromium.browser.newContext(visits.wide())) {
            var page = visits.open(context);
            page.navigate(StatusStage.ROOT);
            page.keyboard().press("Tab");
            assertThat(page.locator(".skip")).isFocused();
            page.keyboard().press("Enter");
            assertThat(page.locator("main")).isFocused();
            var last = page.locator(".parts a").last();
            for (int i = 0; i < 60 && !isFocused(page); i++) {
                page.keyboard().press("Tab");
            }
            assertThat(last).isFocused();
            page.keyboard().press("Enter");
            page.waitForURL(Pattern.compile(".*/component/.*"));
        }
    }

    private static boolean isFocused(Page page) {
        return (boolean) page.locator(".parts a").last().evaluate("link => link === document.activeElement");
    }

    @Test
    void thePageTravelsPackedAndOnlyOnce() {
        try (var context = chromium.browser.newContext(visits.wide())) {
            var page = visits.open(context);
            var first = page.navigate(StatusStage.ROOT);
            assertThat(first.headers()).containsEntry("content-encoding", "gzip");
            assertThat(first.request().sizes().responseBodySize).isLessThan(60_000);
            var again = context.request()
                    .get(
                            StatusStage.ROOT,
                            RequestOptions.create()
                                    .setHeader("Accept-Encoding", "gzip")
                                    .setHeader("If-None-Match", first.headers().get("etag")));
            assertThat(again.status()).isEqualTo(304);
        }
    }
}
