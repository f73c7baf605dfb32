package dev.allmende.status.feed;

import dev.allmende.api.status.MaintenanceState;
import dev.allmende.status.board.Board;
import dev.allmende.status.board.Happening;
import dev.allmende.status.view.Ask;
import dev.allmende.status.view.BoardView;
import dev.allmende.status.view.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * {@code maintenance.ics} and {@code component/ID.ics} (RFC 5545), to subscribe to: each window is an event that keeps its
 * UID when it is moved, whose SEQUENCE grows whenever somebody changes the maintenance, and that is CANCELLED when it is
 * called off.
 */
public final class CalendarView implements BoardView {

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int LINE = 75;

    private final InstantSource clock;

    public CalendarView(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Optional<Reply> answer(Ask ask, String rest, Board board) {
        return Subject.of(ask, rest, board, "maintenance.ics", ".ics")
                .map(subject -> new Reply(
                        200,
                        "text/calendar; charset=utf-8",
                        of(subject, clock.instant()).getBytes(StandardCharsets.UTF_8),
                        Map.of()));
    }

    static String of(Subject subject, Instant now) {
        var calendar = new StringBuilder();
        line(calendar, "BEGIN:VCALENDAR");
        line(calendar, "VERSION:2.0");
        line(calendar, "PRODID:-//Allmende//Status page//EN");
        line(calendar, "X-WR-CALNAME:" + escaped(subject.title()));
        // RFC 7986, 5.7
        line(calendar, "REFRESH-INTERVAL;VALUE=DURATION:PT1H");
        subject.happenings().stream()
                .filter(Happening::isMaintenance)
                .filter(each -> each.began() != null)
                .forEach(each -> event(calendar, subject, each, now));
        line(calendar, "END:VCALENDAR");
        return calendar.toString();
    }

    private static void event(StringBuilder calendar, Subject subject, Happening happening, Instant now) {
        var plan = happening.plan();
        var began = Objects.requireNonNull(happening.began());
        var start = plan == null ? began : plan.start();
        var end = plan == null ? Objects.requireNonNullElse(happening.ended(), began) : plan.end();
        boolean cancelled = plan != null && plan.state() == MaintenanceState.CANCELLED;
        line(calendar, "BEGIN:VEVENT");
        line(calendar, "UID:" + happening.id() + "@status.allmende.dev");
        line(calendar, "DTSTAMP:" + UTC.format(now));
        line(calendar, "SEQUENCE:" + (plan == null ? happening.notes().size() : plan.revision()));
        line(calendar, "DTSTART:" + UTC.format(start));
        line(calendar, "DTEND:" + UTC.format(end));
        line(calendar, "SUMMARY:" + escaped(subject.title(happening)));
        line(calendar, "DESCRIPTION:" + escaped(happening.wording().text(subject.language())));
        line(calendar, "LOCATION:" + escaped(String.join(", ", subject.affected(happening))));
        line(calendar, "URL:" + subject.link(happening));
        line(calendar, "STATUS:" + (cancelled ? "CANCELLED" : "CONFIRMED"));
        line(calendar, "TRANSP:TRANSPARENT");
        line(calendar, "END:VEVENT");
    }

    /** RFC 5545, 3.3.11. */
    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\\R", "\\\\n")
                .replaceAll("\\p{Cntrl}", " ");
    }

    /** Lines that were folded as one again, for who changes something in them. */
    public static String unfolded(String calendar) {
        return calendar.replace("\r\n ", "");
    }

    /** @param unfolded each line whole */
    public static String folded(String unfolded) {
        var calendar = new StringBuilder();
        unfolded.lines().forEach(each -> line(calendar, each));
        return calendar.toString();
    }

    /** Folded after 75 octets (RFC 5545, 3.1), never within a character. */
    private static void line(StringBuilder calendar, String text) {
        int octets = 0;
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            int size = Character.toString(point).getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > LINE) {
                calendar.append("\r\n ");
                octets = 1;
            }
            calendar.appendCodePoint(point);
            octets += size;
            i += Character.charCount(point);
        }
        calendar.append("\r\n");
    }
}
