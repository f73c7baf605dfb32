package dev.allmende.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** How tests come to the pages, and what every page must hold. */
final class Visits {

    private static final Path SHOTS = Path.of("target/shots");

    /** Milliseconds for anything that a page should do at once. */
    private static final double PATIENCE = 10_000;

    private final URI server;
    private final List<String> complaints = new ArrayList<>();

    Visits(Cloud cloud) {
        this(cloud.server.url());
    }

    Visits(URI server) {
        this.server = server;
    }

    /** A script that was refused, or that failed, shows up here. */
    List<String> complaints() {
        return complaints;
    }

    void forget() {
        complaints.clear();
    }

    Browser.NewContextOptions wide() {
        return new Browser.NewContextOptions()
                .setIgnoreHTTPSErrors(true)
                .setBaseURL(server.toString())
                .setLocale("en-GB")
                .setViewportSize(1280, 900);
    }

    Page open(BrowserContext context) {
        var page = context.newPage();
        page.setDefaultTimeout(PATIENCE);
        page.onConsoleMessage(message -> {
            boolean mine = message.type().equals("error") && !message.text().contains("status of 4");
            if (mine) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        return page;
    }

    static void signIn(Page page, String name) {
        page.navigate("/ui/sign-in");
        page.getByLabel("name", new Page.GetByLabelOptions().setExact(false)).fill(name);
        page.locator("#password").fill(Cloud.PASSWORD);
        page.locator("button.first").click();
        page.waitForURL(Pattern.compile(".*/ui/namespaces"));
    }

    /** Takes a picture for people to look at, asks axe, and measures. */
    static void judge(Page page, String name, int width, ColorScheme scheme) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SHOTS.resolve("%s-%d-%s.png".formatted(name, width, scheme)))
                .setFullPage(true));
        var found = new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .map(rule ->
                                rule.getId() + " " + rule.getNodes().getFirst().getHtml())
                        .toList();
        assertThat(found).as(name).isEmpty();
        var over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(over).as(name + " is wider than the screen").isEqualTo(0);
    }
}
