package dev.allmende.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.conformance.testcase.Mode;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class HtmlReportTest {

    private String html = "";
    private Document page = Xml.parse("<html/>");

    @BeforeEach
    void write() throws IOException {
        html = GoldenTest.write(SampleReport.sample(Mode.STRICT), ReportFormat.HTML);
        page = Xml.parse(html);
    }

    @Test
    void needsNothingButItself() {
        for (var tag : List.of("script", "link", "img", "iframe", "object", "embed", "base", "form")) {
            assertThat(Xml.all(page, tag)).as(tag).isEmpty();
        }
        assertThat(all()).allSatisfy(element -> {
            assertThat(element.hasAttribute("src")).isFalse();
            for (int i = 0; i < element.getAttributes().getLength(); i++) {
                assertThat(element.getAttributes().item(i).getNodeName()).doesNotStartWith("on");
            }
        });
        assertThat(style()).doesNotContain("url(", "@import", "@font-face");
    }

    @Test
    void linksOnlyToItselfAndTheWeb() {
        var ids = new HashSet<String>();
        all().stream()
                .filter(element -> element.hasAttribute("id"))
                .forEach(element -> assertThat(ids.add(element.getAttribute("id")))
                        .as("id twice: " + element.getAttribute("id"))
                        .isTrue());
        assertThat(Xml.all(page, "a")).hasSizeGreaterThan(10).allSatisfy(link -> {
            var target = link.getAttribute("href");
            if (target.startsWith("#")) {
                assertThat(ids).contains(target.substring(1));
            } else {
                assertThat(target).startsWith("https://");
            }
        });
        assertThat(html).contains("javascript:alert(1)").doesNotContain("href=\"javascript");
    }

    @Test
    void escapesWhatTheCloudSays() {
        assertThat(html).doesNotContain("<script>").doesNotContain("\u001b").doesNotContain("\u202e");
        assertThat(page.getDocumentElement().getTextContent())
                .contains("image <script>alert('1')</script> & \"co\" \\u{1b}[31m\\u{202e}evil\\u{0} (0f3c)");
    }

    @Test
    void canBeReadByEveryone() {
        var root = page.getDocumentElement();
        assertThat(root.getAttribute("lang")).isEqualTo("en");
        assertThat(Xml.all(page, "title").getFirst().getTextContent())
                .isEqualTo("Demo Cloud does not conform to SCS-compatible IaaS v5.1");
        for (var landmark : List.of("header", "main", "footer", "h1")) {
            assertThat(Xml.all(page, landmark)).as(landmark).hasSize(1);
        }
        assertThat(Xml.all(page, "a").getFirst().getAttribute("href")).isEqualTo("#cases");
        assertThat(Xml.all(page, "section"))
                .allSatisfy(section ->
                        assertThat(section.getAttribute("aria-labelledby")).isNotEmpty());
        var labels = Xml.all(page, "label").stream()
                .map(label -> label.getAttribute("for"))
                .toList();
        assertThat(Xml.all(page, "input"))
                .allSatisfy(input -> assertThat(labels).contains(input.getAttribute("id")));
        assertThat(Xml.all(page, "table"))
                .allSatisfy(table -> assertThat(
                                table.getElementsByTagName("caption").getLength())
                        .isEqualTo(1));
        assertThat(Xml.all(page, "details"))
                .allSatisfy(details ->
                        assertThat(details.getFirstChild().getNodeName()).isEqualTo("summary"));
    }

    @Test
    void headingsSkipNoLevel() {
        int before = 0;
        for (var element : all()) {
            if (element.getTagName().matches("h[1-6]")) {
                int level = element.getTagName().charAt(1) - '0';
                assertThat(level).isLessThanOrEqualTo(before + 1);
                before = level;
            }
        }
        assertThat(before).isGreaterThan(1);
    }

    @Test
    void saysVerdictsInWords() {
        assertThat(all())
                .filteredOn(element -> element.getAttribute("class").startsWith("badge"))
                .hasSizeGreaterThan(8)
                .extracting(Element::getTextContent)
                .containsOnly("PASS", "FAIL", "ABORT", "MISS");
        assertThat(Xml.all(page, "details"))
                .filteredOn(element -> element.getAttribute("class").startsWith("case fail"))
                .hasSize(3)
                .allSatisfy(element -> assertThat(element.hasAttribute("open")).isTrue());
    }

    /** WCAG 2.2, 1.4.3: 4.5 to 1 for text. */
    @Test
    void textStandsOutOnItsGroundInLightAndInDark() {
        var light = colours(style().substring(0, style().indexOf("@media")));
        var dark = new HashMap<>(light);
        dark.putAll(colours(style().substring(style().indexOf("@media"), style().indexOf("* { box-sizing"))));
        for (var scheme : List.of(light, dark)) {
            for (var ground : List.of("paper", "sheet", "code-bg")) {
                assertContrast(scheme, "ink", ground);
                assertContrast(scheme, "soft", ground);
            }
            assertContrast(scheme, "accent", "paper");
            assertContrast(scheme, "accent", "sheet");
            for (var verdict : List.of("pass", "fail", "abort", "miss")) {
                assertContrast(scheme, verdict, verdict + "-bg");
                assertContrast(scheme, verdict, "sheet");
            }
            scheme.put("white", "ffffff");
            for (var verdict : List.of("pass", "fail", "abort")) {
                assertContrast(scheme, "white", "banner-" + verdict);
            }
        }
        assertThat(light.get("paper")).isNotEqualTo(dark.get("paper"));
    }

    private List<Element> all() {
        return Xml.all(page, "*");
    }

    private String style() {
        return Xml.all(page, "style").getFirst().getTextContent();
    }

    private static Map<String, String> colours(String css) {
        var colours = new HashMap<String, String>();
        var matcher = Pattern.compile("--([a-z-]+): #([0-9a-f]{6})").matcher(css);
        while (matcher.find()) {
            colours.put(matcher.group(1), matcher.group(2));
        }
        return colours;
    }

    private static void assertContrast(Map<String, String> scheme, String text, String ground) {
        double one = luminance(scheme.getOrDefault(text, "none"));
        double other = luminance(scheme.getOrDefault(ground, "none"));
        assertThat((Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05))
                .as(text + " " + scheme.get(text) + " on " + ground + " " + scheme.get(ground))
                .isGreaterThanOrEqualTo(4.5);
    }

    private static double luminance(String colour) {
        double sum = 0;
        double[] weights = {0.2126, 0.7152, 0.0722};
        for (int i = 0; i < 3; i++) {
            double part = Integer.parseInt(colour.substring(2 * i, 2 * i + 2), 16) / 255.0;
            sum += weights[i] * (part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
        }
        return sum;
    }
}
