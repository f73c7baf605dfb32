package dev.allmende.status.availability;

import dev.allmende.status.board.Board;
import dev.allmende.status.board.Part;
import dev.allmende.status.view.Ask;
import dev.allmende.status.view.BoardView;
import dev.allmende.status.view.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** {@code availability.csv} (RFC 4180): for each component and day of the history what was suffered, in seconds. */
public final class AvailabilityView implements BoardView {

    private static final String HEAD =
            "component,name,date,seconds,maintenance,unknown,lost,availability,withMaintenance\r\n";

    private final InstantSource clock;

    public AvailabilityView(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Optional<Reply> answer(Ask ask, String rest, Board board) {
        if (!ask.isRead()
                || !rest.equals("availability.csv")
                || !board.page().visibleTo().isEmpty()) {
            return Optional.empty();
        }
        var csv = of(board.seenBy(Set.of()), clock.instant());
        return Optional.of(new Reply(
                200, "text/csv; charset=utf-8; header=present", csv.getBytes(StandardCharsets.UTF_8), Map.of()));
    }

    static String of(Board board, Instant now) {
        var csv = new StringBuilder(HEAD);
        var days = Day.last(board.page().historyDays(), board.page().zone(), now);
        for (var part : board.parts()) {
            var timeline = Timeline.of(board, part.id(), days.getFirst().start(), now);
            days.forEach(day -> csv.append(line(part, day, timeline.between(day.start(), day.end()))));
        }
        return csv.toString();
    }

    private static String line(Part part, Day day, Tally tally) {
        return String.format(
                Locale.ROOT,
                "%s,%s,%s,%.0f,%.0f,%.0f,%.1f,%s,%s\r\n",
                part.id(),
                quoted(part.wording().name()),
                day.date(),
                tally.total(),
                tally.maintenance(),
                tally.unknown(),
                tally.lost(),
                number(tally.availability()),
                number(tally.availabilityWithMaintenance()));
    }

    private static String number(OptionalDouble value) {
        return value.isEmpty() ? "" : String.format(Locale.ROOT, "%.6f", value.getAsDouble());
    }

    /** Spreadsheets take a text that begins with one of these signs for a formula: an apostrophe keeps them from it. */
    private static String quoted(String text) {
        var safe = text.isEmpty() || "=+-@\t\r".indexOf(text.charAt(0)) < 0 ? text : "'" + text;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
