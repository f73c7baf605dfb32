package dev.allmende.status.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.status.Sketch;
import dev.allmende.status.board.Board;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CopierTest {

    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");

    private final Sketch sketch = new Sketch();

    private static Map<String, String> copy(Board board, Instant now) throws InterruptedException {
        return copy(board, now, 1000);
    }

    private static Map<String, String> copy(Board board, Instant now, int most) throws InterruptedException {
        var copier = new Copier(board, now, URI.create("https://status.example.org/cloud/"), most);
        var files = new TreeMap<String, String>();
        for (var leaf : copier.leaves()) {
            files.put(leaf.name(), new String(copier.body(leaf).bytes(), StandardCharsets.UTF_8));
        }
        return files;
    }

    @Test
    void eachLanguageHasAWholeTreeAndTheFirstIsAtTheRoot() throws Exception {
        var files = copy(sketch.board(List.of(sketch.incident(NOON, null, 50))), NOON);
        assertThat(files.keySet()).contains("index.html", "de/index.html", "page.css", "de/page.css", "de/feed.atom");
        assertThat(files.get("index.html"))
                .contains("<html lang=\"en\">", "href=\"./de/index.html\"", "href=\"./maintenance.html\"");
        assertThat(files.get("de/incident/00000000-0000-0002-0000-000000000001.html"))
                .contains("<html lang=\"de\">")
                .contains("href=\"./../../incident/00000000-0000-0002-0000-000000000001.html\"")
                .contains("href=\"../index.html\"");
        assertThat(files.values()).allSatisfy(text -> assertThat(text).doesNotContain("?lang="));
    }

    @Test
    void feedsAndCalendarLeadToFilesOfTheirLanguage() throws Exception {
        var window = sketch.window(NOON.plusSeconds(60), NOON.plusSeconds(600), 50);
        var files = copy(sketch.board(List.of(window)), NOON);
        assertThat(files.get("feed.rss"))
                .contains("<link>https://status.example.org/cloud/incident/" + window.id() + ".html</link>");
        assertThat(files.get("de/feed.atom"))
                .contains("\"https://status.example.org/cloud/de/incident/" + window.id() + ".html\"");
        var calendar = Objects.requireNonNull(files.get("de/maintenance.ics"));
        assertThat(calendar.replace("\r\n ", ""))
                .contains("URL:https://status.example.org/cloud/de/incident/" + window.id() + ".html\r\n");
        assertThat(calendar.lines()).allMatch(line -> line.length() <= 75);
    }

    @Test
    void pagesThatTellOfNowSayAsOfWhenAndPagesOfThePastStayTheSame() throws Exception {
        var over = sketch.incident(NOON.minus(Duration.ofDays(2)), NOON.minus(Duration.ofDays(1)), 100);
        var lasts = sketch.incident(NOON.minusSeconds(60), null, 50);
        var board = sketch.board(List.of(over, lasts));
        var files = copy(board, NOON);
        var later = copy(board, NOON.plus(Duration.ofHours(1)));
        var asOf = "as of <time datetime=\"2026-11-26T12:00:00Z\">2026-11-26 12:00 UTC</time>";
        assertThat(List.of("index.html", "table.html", "embed.html", "incident/" + lasts.id() + ".html"))
                .allSatisfy(name -> assertThat(files.get(name)).contains(asOf));
        assertThat(files.get("de/table.html")).contains("Stand <time datetime=\"2026-11-26T12:00:00Z\">");
        var past = "incident/" + over.id() + ".html";
        assertThat(later.get(past)).isEqualTo(files.get(past)).doesNotContain("as of");
        assertThat(later.get("index.html")).isNotEqualTo(files.get("index.html"));
    }

    @Test
    void whatIsOverForLongestGoesWithoutAPageWhenThereAreTooMany() throws Exception {
        var oldest = sketch.incident(NOON.minus(Duration.ofDays(9)), NOON.minus(Duration.ofDays(8)), 50);
        var old = sketch.incident(NOON.minus(Duration.ofDays(5)), NOON.minus(Duration.ofDays(4)), 50);
        var lasts = sketch.incident(NOON.minus(Duration.ofDays(20)), null, 50);
        var board = sketch.board(List.of(oldest, old, lasts));
        int all = copy(board, NOON).size();
        var files = copy(board, NOON, all - 2);
        assertThat(files)
                .hasSize(all - 2)
                .containsKeys("de/incident/" + old.id() + ".html", "incident/" + lasts.id() + ".html", "index.html")
                .doesNotContainKeys("incident/" + oldest.id() + ".html", "de/incident/" + oldest.id() + ".html");
        assertThat(copy(board, NOON, 1).keySet())
                .contains("index.html", "incident/" + lasts.id() + ".html")
                .doesNotContain("incident/" + old.id() + ".html");
        assertThat(ExportActuator.message(20_000, 3, NOON)).contains("3 oldest incidents", "20000 files at most");
        assertThat(ExportActuator.message(7, 0, NOON)).endsWith("exported 7 files at 2026-11-26T12:00:00Z");
    }

    @Test
    void whatIsForSomeGroupsOnlyIsInNoFile() throws Exception {
        sketch.named("Hidden disks").disksOnlyFor("staff").says("Hidden trouble", "Nobody may know.");
        var files = copy(sketch.board(List.of(sketch.incident(NOON, null, 50))), NOON);
        assertThat(files.values()).allSatisfy(text -> assertThat(text).doesNotContain("Hidden", "Nobody may know"));
        assertThat(files.keySet()).noneMatch(name -> name.contains(Sketch.DISKS.toString()));
    }
}
