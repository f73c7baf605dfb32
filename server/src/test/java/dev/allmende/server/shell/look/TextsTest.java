package dev.allmende.server.shell.look;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TextsTest {

    private static final Pattern NAMED = Pattern.compile("\\{t:([A-Za-z0-9]+)");
    private static final Path TEMPLATES = Path.of("src/main/resources/dev/allmende/server/shell/look");

    TextsTest() {}

    @Test
    void languagesHaveTheSameTextsWithTheSamePlaces() {
        var english = Texts.in(Language.EN);
        var german = Texts.in(Language.DE);
        assertThat(german.names()).isEqualTo(english.names());
        for (var name : english.names()) {
            assertThat(places(german.of(name))).as(name).isEqualTo(places(english.of(name)));
            assertThat(german.of(name)).as(name).isNotBlank();
        }
    }

    private static Set<String> places(String text) {
        return Pattern.compile("\\{\\d}")
                .matcher(text)
                .results()
                .map(found -> found.group())
                .collect(Collectors.toSet());
    }

    @Test
    void everyTextThatATemplateNamesIsThere() throws IOException {
        try (var files = Files.list(TEMPLATES)) {
            var templates =
                    files.filter(file -> file.toString().endsWith(".html")).toList();
            assertThat(templates).hasSizeGreaterThan(10);
            for (var template : templates) {
                NAMED.matcher(Files.readString(template))
                        .results()
                        .forEach(found -> assertThat(Texts.in(Language.EN).names())
                                .as(template.toString())
                                .contains(found.group(1)));
            }
        }
    }

    @Test
    void anUnknownTextIsAMistake() {
        assertThatThrownBy(() -> Texts.in(Language.EN).of("no-such-text")).hasMessageContaining("no-such-text");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|EN",
                "de|DE",
                "de-CH|DE",
                "fr, de;q=0.5|DE",
                "en;q=0.2, de;q=0.9|DE",
                "de;q=0.2, en-GB|EN",
                "fr|EN",
                "de;q=zero, en;q=0.1|EN",
                ";;,,;q=|EN"
            })
    void theLanguageIsWhatTheBrowserLikesBestOfWhatThereIs(String header, Language expected) {
        assertThat(Language.preferred(header)).isEqualTo(expected);
    }

    @Test
    void whateverATemplatePutsInIsEscaped() {
        var html = new Templates()
                .render("gone.html", Language.EN, Map.of("href", "\"><script>alert('1')</script>&`\u0000"));
        assertThat(html)
                .contains("&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;&#96;\uFFFD")
                .doesNotContain("<script>");
    }
}
