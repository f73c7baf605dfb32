package dev.allmende.status.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import dev.allmende.api.status.MaintenanceState;
import dev.allmende.status.Sketch;
import dev.allmende.status.board.Board;
import dev.allmende.status.board.Happening;
import dev.allmende.status.view.Ask;
import dev.allmende.status.view.Reply;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Component;
import org.junit.jupiter.api.Test;

class FeedsTest {

    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");

    private final Sketch sketch = new Sketch();
    private final NewsView news = new NewsView(() -> NOON);
    private final CalendarView calendar = new CalendarView(() -> NOON);

    private static Ask ask(String rest) {
        var headers = Map.of("host", "status.example:8443");
        return new Ask("GET", "/status/status/" + rest, Map.of(), headers, new byte[0], "127.0.0.1");
    }

    private SyndFeed feed(Board board, String rest) throws Exception {
        var reply = news.answer(ask(rest), rest, board).orElseThrow();
        return new SyndFeedInput().build(new XmlReader(new ByteArrayInputStream(reply.body())));
    }

    private static Happening changed(Happening window, MaintenanceState state, Duration moved, long revision) {
        var plan = Objects.requireNonNull(window.plan());
        return new Happening(
                window.id(),
                window.sort(),
                window.name(),
                window.wording(),
                plan.start().plus(moved),
                plan.end().plus(moved),
                window.phase(),
                window.effects(),
                window.notes(),
                new Happening.Plan(
                        plan.window(),
                        state,
                        plan.start().plus(moved),
                        plan.end().plus(moved),
                        "",
                        "",
                        revision,
                        false,
                        Optional.empty()));
    }

    @Test
    void bothFormsTellTheSameAndKeepTheirIds() throws Exception {
        var old = sketch.incident(NOON.minusSeconds(7200), NOON.minusSeconds(3600), 50);
        var evil = sketch.says("<b>Disks & more", "1 < 2 \u0001").incident(NOON.minusSeconds(60), null, 100);
        var board = sketch.board(List.of(old, evil));
        for (var file : List.of("feed.atom", "feed.rss")) {
            var feed = feed(board, file);
            assertThat(feed.getEntries()).as(file).hasSize(2);
            var first = feed.getEntries().getFirst();
            assertThat(first.getUri()).isEqualTo("urn:uuid:" + evil.id());
            assertThat(first.getTitle()).isEqualTo("<b>Disks & more");
            assertThat(first.getLink())
                    .isEqualTo("https://status.example:8443/status/status/incident/" + evil.id() + "?lang=en");
            assertThat(feed.getEntries().get(1).getUri()).isEqualTo("urn:uuid:" + old.id());
        }
        var entry = feed(board, "feed.atom").getEntries().get(1);
        assertThat(entry.getUpdatedDate().toInstant()).isEqualTo(NOON.minusSeconds(3600));
        assertThat(entry.getPublishedDate().toInstant()).isEqualTo(NOON.minusSeconds(7200));
        assertThat(entry.getCategories().getFirst().getName()).isEqualTo("Disks");
    }

    @Test
    void aComponentHasAFeedOfItsOwn() throws Exception {
        var board = sketch.board(List.of(sketch.incident(NOON.minusSeconds(60), null, 100)));
        assertThat(feed(board, "component/" + Sketch.DISKS + ".atom").getEntries())
                .hasSize(1);
        assertThat(feed(board, "component/" + Sketch.LOGIN + ".atom").getEntries())
                .isEmpty();
        assertThat(feed(board, "component/" + Sketch.DISKS + ".rss").getTitle()).isEqualTo("Our cloud: Disks");
    }

    @Test
    void maintenanceComesThirtyDaysAhead() throws Exception {
        var soon = sketch.window(NOON.plus(Duration.ofDays(29)), NOON.plus(Duration.ofDays(30)), 50);
        var late = sketch.window(NOON.plus(Duration.ofDays(31)), NOON.plus(Duration.ofDays(32)), 50);
        var entries = feed(sketch.board(List.of(soon, late)), "feed.atom").getEntries();
        assertThat(entries).hasSize(1);
        assertThat(entries.getFirst().getUpdatedDate().toInstant()).isBefore(NOON);
    }

    @Test
    void aWindowKeepsItsUidAndItsSequenceGrowsUntilItIsCalledOff() throws Exception {
        var window = sketch.window(NOON.plusSeconds(3600), NOON.plusSeconds(7200), 50);
        var moved = changed(window, MaintenanceState.SCHEDULED, Duration.ofHours(5), 4);
        var off = changed(window, MaintenanceState.CANCELLED, Duration.ofHours(5), 5);
        var events = List.of(event(window), event(moved), event(off));
        assertThat(events).extracting(each -> value(each, "UID")).containsOnly(window.id() + "@status.allmende.dev");
        assertThat(events).extracting(each -> value(each, "SEQUENCE")).containsExactly("3", "4", "5");
        assertThat(events)
                .extracting(each -> value(each, "STATUS"))
                .containsExactly("CONFIRMED", "CONFIRMED", "CANCELLED");
        assertThat(value(events.get(1), "DTSTART")).isEqualTo("20261126T180000Z");
        assertThat(value(events.get(1), "SUMMARY")).isEqualTo("Switches are replaced");
    }

    private Component event(Happening window) throws Exception {
        var calendars = parse(sketch.board(List.of(window)), "maintenance.ics");
        return calendars.getFirst();
    }

    private List<? extends Component> parse(Board board, String rest) throws Exception {
        var text = text(calendar.answer(ask(rest), rest, board).orElseThrow());
        assertThat(text.lines()).allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
        return new CalendarBuilder()
                .build(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                .getComponents("VEVENT");
    }

    private static String text(Reply reply) {
        return new String(reply.body(), StandardCharsets.UTF_8);
    }

    private static String value(Component event, String name) {
        return event.getRequiredProperty(name).getValue();
    }

    @Test
    void theCalendarHasMaintenanceAloneAndLongTextsSurviveFolding() throws Exception {
        var text = "Ärger, ja; \\ nein.\n".repeat(20);
        var zero = sketch.says("Größere Wartung", text).incident(NOON, NOON.plusSeconds(60), 0);
        var board = sketch.board(List.of(zero, sketch.incident(NOON, null, 100)));
        var events = parse(board, "maintenance.ics");
        assertThat(events).hasSize(1);
        assertThat(value(events.getFirst(), "DESCRIPTION")).isEqualTo(text);
        assertThat(parse(board, "component/" + Sketch.LOGIN + ".ics")).isEmpty();
    }

    @Test
    void aPageForSomeGroupsHasNoFeeds() {
        var board = sketch.pageOnlyFor("staff").board(List.of());
        assertThat(news.answer(ask("feed.atom"), "feed.atom", board)).isEqualTo(Optional.empty());
        assertThat(calendar.answer(ask("maintenance.ics"), "maintenance.ics", board))
                .isEqualTo(Optional.empty());
    }
}
