package dev.allmende.status.page;

import dev.allmende.status.availability.Day;
import dev.allmende.status.availability.Timeline;
import dev.allmende.status.board.Happening;
import dev.allmende.status.board.Part;
import dev.allmende.status.page.Reading.Mention;
import dev.allmende.status.page.Reading.State;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A component's days.
 *
 * @param summary the days in words
 * @param availability without maintenance, in percent
 * @param all with maintenance, in percent
 * @param maintenance hours; likewise what is unknown
 */
record History(
        String id,
        String name,
        List<Paragraph> text,
        State state,
        List<Cell> cells,
        String summary,
        String availability,
        String all,
        String maintenance,
        String unknown) {

    /** A day. */
    record Cell(String date, State state, String availability, List<Mention> happenings) {

        // A page has thousands: each step that its template need not take counts.

        public String code() {
            return state.code();
        }

        public String title() {
            return date + ": " + state.word();
        }
    }

    /**
     * @param days the last ones, today the last of them
     * @param inDetail with each day's availability and happenings, which most pages have no room for
     */
    static History of(Reading reading, Part part, List<Day> days, boolean inDetail) {
        var start = days.getFirst().start();
        var timeline = Timeline.of(reading.board(), part.id(), start, reading.now());
        var known = inDetail ? reading.board().happenings(part.id()) : List.<Happening>of();
        var cells = new ArrayList<Cell>();
        for (var day : days) {
            var tally = timeline.between(day.start(), day.end());
            cells.add(new Cell(
                    Moment.day(day.date(), reading.language()),
                    reading.state(tally),
                    inDetail ? reading.percent(tally.availability()) : "",
                    mentions(reading, known, day)));
        }
        var whole = timeline.between(start, reading.now());
        return new History(
                part.id().toString(),
                reading.name(part),
                Paragraph.of(part.wording().text(reading.language())),
                reading.state(part),
                List.copyOf(cells),
                summary(reading, cells),
                reading.percent(whole.availability()),
                reading.percent(whole.availabilityWithMaintenance()),
                hours(whole.maintenance()),
                hours(whole.unknown()));
    }

    private static List<Mention> mentions(Reading reading, List<Happening> known, Day day) {
        return known.stream()
                .filter(each -> each.began() == null || each.began().isBefore(day.end()))
                .filter(each -> each.ended() == null || each.ended().isAfter(day.start()))
                .map(reading::story)
                .map(story -> new Mention(story.id(), story.title(), story.state()))
                .toList();
    }

    private static String hours(double seconds) {
        long minutes = Math.round(seconds / 60);
        return "%d:%02d h".formatted(minutes / 60, minutes % 60);
    }

    /** Such as: 88 days operational, 2 days limited. */
    private static String summary(Reading reading, List<Cell> cells) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        cells.forEach(cell -> counts.merge(cell.state().word(), 1, Integer::sum));
        return counts.entrySet().stream()
                .map(count ->
                        reading.texts().of(count.getValue() == 1 ? "oneDay" : "days", count.getKey(), count.getValue()))
                .collect(Collectors.joining(", "));
    }
}
