package dev.allmende.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
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

/** A tenant as a picture, in Debian's Chromium. */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TopologyTest {

    private static final String TOPOLOGY = "/ui/topology/shop";

    private Cloud cloud;
    private Tenant tenant;
    private Chromium chromium;
    private Visits visits;

    TopologyTest() {}

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        cloud = new Cloud(folder);
        tenant = new Tenant(cloud);
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
    void thePictureIsAccessibleAndFitsItsScreen(int width, ColorScheme scheme, String locale) {
        try (var context = chromium.browser.newContext(
                visits.wide().setViewportSize(width, 844).setColorScheme(scheme).setLocale(locale))) {
            var page = visits.open(context);
            Visits.signIn(page, "admin");
            page.navigate(TOPOLOGY);
            assertThat(page.locator("svg.drawing:visible")).hasCount(1);
            Visits.judge(page, "topology", width, scheme);
            assertThat(noTextLeavesItsBox(page)).isEqualTo(true);
        }
    }

    private static Object noTextLeavesItsBox(Page page) {
        return page.evaluate("""
                [...document.querySelectorAll('svg.drawing .node')].filter(node => node.getClientRects().length).every(node => {
                  const box = node.querySelector('rect').getBoundingClientRect();
                  return [...node.querySelectorAll('text')].every(text => {
                    const own = text.getBoundingClientRect();
                    return own.left >= box.left && own.right <= box.right + 1 && own.bottom <= box.bottom + 1;
                  });
                })""");
    }

    @Test
    void everyBoxIsReachedByKeyboardAndLeadsToItsPage() {
        try (var context = chromium.browser.newContext(visits.wide())) {
            var page = visits.open(context);
            Visits.signIn(page, "admin");
            page.navigate("/ui/namespaces/shop");
            page.locator(".heading a").press("Enter");
            page.waitForURL(Pattern.compile(".*/ui/topology/shop"));
            var web = page.locator("svg.wide a[aria-label^='Server web-2']");
            for (int i = 0; i < 60 && !(boolean) web.evaluate("link => link === document.activeElement"); i++) {
                page.keyboard().press("Tab");
            }
            assertThat(web).isFocused();
            assertThat(web).hasAttribute("aria-label", "Server web-2, QuotaExceeded");
            assertThat(page.locator("svg.wide .link.lit")).not().hasCount(0);
            page.keyboard().press("Enter");
            page.waitForURL(Pattern.compile(".*/servers.compute.example/web-2"));
        }
    }

    @Test
    void whatComesChangesAndGoesIsDrawnWithoutReload() {
        try (var context = chromium.browser.newContext(visits.wide())) {
            var page = visits.open(context);
            Visits.signIn(page, "admin");
            page.navigate(TOPOLOGY);
            assertThat(page.locator("#live")).containsText("Live");
            page.evaluate("window.same = true");
            page.locator("svg.wide a[aria-label^='Server web-1']").focus();
            tenant.add("""
                    {'apiVersion':'compute.example/v1','kind':'Server','metadata':{'name':'late'},
                     'spec':{'flavor':'SCS-1V-2','image':'x','networks':[{'networkRef':{'name':'back'}}],
                      'keyPairRef':{'name':'nobody'}}}
                    """);
            assertThat(label(page, "Server late")).hasCount(1);
            assertThat(label(page, "KeyPair nobody, not there")).hasCount(1);
            assertThat(page.locator("svg.wide a[aria-label^='Server web-1']")).isFocused();
            assertThat(page.locator("table")).containsText("KeyPair nobody (not there)");
            cloud.delete("/apis/compute.example/v1/namespaces/shop/servers/late");
            assertThat(label(page, "Server late")).hasCount(0);
            assertThat(page.evaluate("window.same")).isEqualTo(true);
        }
    }

    private static Locator label(Page page, String begin) {
        return page.locator("svg.wide [aria-label^='" + begin + "']");
    }
}
