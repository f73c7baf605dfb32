package dev.allmende.status.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.status.Sketch;
import dev.allmende.status.board.Board;
import dev.allmende.status.board.Happening;
import dev.allmende.status.view.Ask;
import dev.allmende.status.view.Reply;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class ReaderViewTest {

    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");
    private static final int TRANSFERRED = 60_000;

    private Instant now = NOON;
    private String signUp = "";
    private final ReaderView view = new ReaderView(
            () -> now,
            namespace -> namespace.equals(signUp),
            (ask, namespace) -> ask.header("cookie").equals("writer of " + namespace));
    private final Sketch sketch = new Sketch();

    private Optional<Reply> ask(Board board, String rest, String lang, Map<String, String> headers) {
        Map<String, List<String>> query = lang.isEmpty() ? Map.of() : Map.of("lang", List.of(lang));
        return view.answer(
                new Ask("GET", "/status/status/" + rest, query, headers, new byte[0], "127.0.0.1"), rest, board);
    }

    private String html(Board board, String rest, String lang) {
        return text(ask(board, rest, lang, Map.of()).orElseThrow());
    }

    private static String text(Reply reply) {
        return new String(reply.body(), StandardCharsets.UTF_8);
    }

    private Happening now(int severity) {
        return sketch.incident(NOON.minusSeconds(60), null, severity);
    }

    @Test
    void theBannerSaysTheWorstThatIsNow() {
        assertThat(html(sketch.board(1, List.of()), "", "en")).contains("Everything works");
        assertThat(html(sketch.board(2, List.of(now(50))), "", "en")).contains("<h1>Some components work only in part");
        assertThat(html(sketch.board(3, List.of(now(50), now(100))), "", "de"))
                .contains("<h1>Einige Komponenten sind gestört");
        var window = sketch.window(NOON.minusSeconds(60), NOON.plusSeconds(60), 50);
        assertThat(html(sketch.board(4, List.of(window)), "", "en")).contains("<h1>Maintenance is under way");
    }

    @Test
    void stateIsToldInWordsAndSignsToo() {
        var incident = sketch.incident(NOON.minus(Duration.ofDays(3)), NOON.minus(Duration.ofDays(2)), 100);
        var html = html(sketch.board(List.of(incident)), "", "en");
        assertThat(html)
                .contains("aria-label=\"The last 90 days: 88 days operational, 2 days broken\"")
                .contains("title=\"23 Nov 2026: broken\"")
                .contains("<span class=\"sign\" aria-hidden=\"true\">✓</span> operational")
                .contains("98.88\u00A0% available");
    }

    @Test
    void maintenanceOfTheNext30DaysIsAnnounced() {
        var soon = sketch.window(NOON.plus(Duration.ofDays(29)), NOON.plus(Duration.ofDays(30)), 50);
        var late = sketch.window(NOON.plus(Duration.ofDays(31)), NOON.plus(Duration.ofDays(32)), 50);
        var html = html(sketch.board(List.of(soon, late)), "", "en");
        assertThat(html).contains(soon.id().toString()).doesNotContain(late.id().toString());
        assertThat(html(sketch.board(List.of(soon, late)), "maintenance", "en"))
                .contains("December 2026")
                .contains(late.id().toString());
    }

    @Test
    void everyPageIsThereInBothLanguagesAndSaysWhichOneItIs() {
        var incident = now(50);
        var board = sketch.board(List.of(incident));
        for (var rest : List.of(
                "", "table", "maintenance", "imprint", "incident/" + incident.id(), "component/" + Sketch.DISKS)) {
            for (var lang : List.of("en", "de")) {
                assertThat(html(board, rest, lang))
                        .as(rest)
                        .contains("<html lang=\"" + lang + "\">")
                        .contains("<h1>")
                        .contains("?lang=" + (lang.equals("de") ? "en" : "de"))
                        .doesNotContain("NOT_FOUND")
                        .doesNotContain("style=");
            }
        }
    }

    @Test
    void pagesLeadToWhatReadersFollowThemBy() {
        var board = sketch.board(List.of());
        assertThat(html(board, "", "de"))
                .contains("href=\"./feed.atom?lang=de\"")
                .contains("href=\"./maintenance.ics?lang=de\"")
                .doesNotContain("subscribe");
        assertThat(html(board, "component/" + Sketch.DISKS, "de"))
                .contains("href=\"../component/" + Sketch.DISKS + ".atom?lang=de\"");
        signUp = "status";
        now = NOON.plusSeconds(60);
        assertThat(html(board, "", "de")).contains("href=\"./subscribe?lang=de\"");
    }

    @Test
    void theBrowserChoosesTheLanguageUntilTheReaderDoes() {
        var board = sketch.board(List.of());
        var german = Map.of("accept-language", "fr, de-AT;q=0.8, en;q=0.5");
        assertThat(text(ask(board, "", "", german).orElseThrow())).contains("Alles funktioniert");
        assertThat(text(ask(board, "", "en", german).orElseThrow())).contains("Everything works");
        assertThat(text(ask(board, "", "fr", Map.of("accept-language", "fr")).orElseThrow()))
                .contains("Everything works");
    }

    @Test
    void whatPeopleWroteIsNeverMarkup() {
        var evil = sketch.says(
                        "<script>alert(1)</script>",
                        "\"><img src=x onerror=alert(1)>\n\nSee https://example.org/a?b=1&c='x. javascript:alert(1)")
                .incident(NOON.minusSeconds(60), null, 100);
        var board = sketch.named("{evil}<b>").board(List.of(evil));
        for (var rest : List.of("", "table", "incident/" + evil.id(), "component/" + Sketch.DISKS)) {
            assertThat(html(board, rest, "en"))
                    .as(rest)
                    .doesNotContain("<script>alert")
                    .doesNotContain("<img")
                    .doesNotContain("<b>")
                    .doesNotContain("href=\"javascript");
        }
        assertThat(html(board, "incident/" + evil.id(), "en"))
                .contains("<a href=\"https://example.org/a?b=1&amp;c=\" rel=\"nofollow noopener\">")
                .contains("&lt;script&gt;");
    }

    @Test
    void whoHasThePageIsToldSoAndOtherBytesHaveAnotherTag() {
        var board = sketch.board(List.of());
        var plain = ask(board, "", "en", Map.of()).orElseThrow();
        var packed = ask(board, "", "en", Map.of("accept-encoding", "br, gzip")).orElseThrow();
        var tag = plain.headers().get("ETag");
        assertThat(tag).isNotNull().isNotEqualTo(packed.headers().get("ETag"));
        var again = ask(board, "", "en", Map.of("if-none-match", String.valueOf(tag)))
                .orElseThrow();
        assertThat(again.code()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        var changed = sketch.board(2, List.of(now(100)));
        assertThat(ask(changed, "", "en", Map.of("if-none-match", String.valueOf(tag)))
                        .orElseThrow()
                        .code())
                .isEqualTo(200);
    }

    @Test
    void aPageIsMadeAnewWhenSomethingBegins() {
        var board = sketch.board(List.of(sketch.incident(NOON.plusSeconds(20), null, 100)));
        assertThat(html(board, "", "en")).contains("Everything works");
        now = NOON.plusSeconds(20);
        assertThat(html(board, "", "en")).contains("<h1>Some components do not work");
    }

    @Test
    void whatIsForSomeGroupsIsNotShownToEverybody() {
        var hidden = now(100);
        var board = sketch.disksOnlyFor("staff").board(List.of(hidden));
        assertThat(html(board, "", "en")).contains("Everything works").doesNotContain("Disks");
        assertThat(ask(board, "incident/" + hidden.id(), "en", Map.of())).isEmpty();
        assertThat(ask(board, "component/" + Sketch.DISKS, "en", Map.of())).isEmpty();
        var closed = new Sketch().pageOnlyFor("staff").board(List.of());
        assertThat(ask(closed, "", "en", Map.of())).isEmpty();
    }

    @Test
    void whoWritesIsLedToTheirDeskAndNobodyElseSeesTheWay() {
        var board = sketch.board(List.of(now(100)));
        var id = board.happenings().getFirst().id();
        var writer = Map.of("cookie", "writer of status");
        var theirs = ask(board, "", "en", writer).orElseThrow();
        assertThat(text(theirs)).contains("href=\"./../../ui/status/status\">Write</a>");
        assertThat(theirs.headers()).containsEntry("Cache-Control", "private, no-cache");
        assertThat(text(ask(board, "incident/" + id, "de", writer).orElseThrow()))
                .contains("href=\"../../../ui/status/status\">Schreiben</a>");
        assertThat(html(board, "", "en")).doesNotContain("/ui/");
        assertThat(text(ask(board, "", "en", Map.of("cookie", "another's")).orElseThrow()))
                .doesNotContain("/ui/");
    }

    @Test
    void nothingMayRunThatIsNotOurs() {
        var headers =
                ask(sketch.board(List.of()), "", "en", Map.of()).orElseThrow().headers();
        assertThat(headers.get("Content-Security-Policy"))
                .contains("default-src 'none'")
                .doesNotContain("unsafe");
        assertThat(headers).containsEntry("X-Content-Type-Options", "nosniff");
    }

    @Test
    void otherPagesMayFrameTheStripAndNothingElse() {
        var board = sketch.board(List.of(now(100)));
        var strip = ask(board, "embed", "en", Map.of()).orElseThrow();
        assertThat(text(strip)).contains("Our cloud: Some components do not work");
        assertThat(strip.headers().get("Content-Security-Policy")).contains("frame-ancestors *");
        assertThat(ask(board, "", "en", Map.of()).orElseThrow().headers().get("Content-Security-Policy"))
                .contains("frame-ancestors 'none'");
    }

    @Test
    void aHundredComponentsWith5000IncidentsIn90DaysFitInto60Kilobytes() throws Exception {
        var random = new Random(5000);
        var happenings = new ArrayList<Happening>();
        for (int i = 0; i < 5000; i++) {
            var began = NOON.minus(Duration.ofMinutes(random.nextInt(90 * 24 * 60)));
            happenings.add(sketch.incident(
                    began, began.plus(Duration.ofMinutes(1 + random.nextInt(60))), 1 + random.nextInt(100)));
        }
        var board = sketch.crowd(100, happenings);
        var reply = ask(board, "", "de", Map.of("accept-encoding", "gzip")).orElseThrow();
        assertThat(reply.headers()).containsEntry("Content-Encoding", "gzip");
        assertThat(reply.body().length).isLessThan(TRANSFERRED);
        try (var in = new GZIPInputStream(new ByteArrayInputStream(reply.body()))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(html(board, "", "de"));
        }
    }
}
