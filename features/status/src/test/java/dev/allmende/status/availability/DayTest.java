package dev.allmende.status.availability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.status.Sketch;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class DayTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void daysOnWhichClocksAreChangedAreShorterAndLonger() {
        assertThat(length("2026-03-29")).isEqualTo(Duration.ofHours(23));
        assertThat(length("2026-10-25")).isEqualTo(Duration.ofHours(25));
        assertThat(length("2026-11-26")).isEqualTo(Duration.ofHours(24));
    }

    private static Duration length(String date) {
        var day = Day.of(LocalDate.parse(date), BERLIN);
        return Duration.between(day.start(), day.end());
    }

    @Test
    void theLastDayEndsNowAndDaysFollowWithoutAGap() {
        var now = Instant.parse("2026-11-26T23:30:00Z");
        var days = Day.last(90, BERLIN, now);
        assertThat(days).hasSize(90);
        assertThat(days.getLast())
                .isEqualTo(new Day(LocalDate.parse("2026-11-27"), Instant.parse("2026-11-26T23:00:00Z"), now));
        for (int i = 1; i < days.size(); i++) {
            assertThat(days.get(i).start()).isEqualTo(days.get(i - 1).end());
        }
    }

    @Test
    void theCsvHasALineForEachDayAndKeepsSpreadsheetsFromFormulas() {
        var sketch = new Sketch().named("=1+\"1\"");
        var now = Instant.parse("2026-10-26T12:00:00Z");
        var lost = sketch.incident(Instant.parse("2026-10-24T22:00:00Z"), Instant.parse("2026-10-25T23:00:00Z"), 100);
        var lines = AvailabilityView.of(sketch.board(List.of(lost)), now).split("\r\n", -1);
        assertThat(lines).hasSize(182);
        assertThat(lines[89])
                .isEqualTo(Sketch.DISKS + ",\"'=1+\"\"1\"\"\",2026-10-25,90000,0,0,90000.0,0.000000,0.000000");
        assertThat(lines[90]).contains("2026-10-26,46800,0,0,0.0,1.000000");
    }
}
