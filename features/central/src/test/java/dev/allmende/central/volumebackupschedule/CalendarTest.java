package dev.allmende.central.volumebackupschedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarTest {

    private static List<String> from(String begin, String schedule, String zone, int count) {
        var calendar = Calendar.of(schedule, zone);
        var found = new ArrayList<String>();
        var moment = OffsetDateTime.parse(begin).toInstant();
        for (int i = 0; i < count; i++) {
            moment = calendar.next(moment).orElseThrow();
            found.add(moment.atZone(calendar.zone()).toOffsetDateTime().toString());
        }
        return found;
    }

    @ParameterizedTest
    @CsvSource({
        "'0 3 * * *',            2026-11-26T03:00Z, 2026-11-27T03:00Z",
        "'0 3 * * *',            2026-11-26T02:59:59.999Z, 2026-11-26T03:00Z",
        "'*/20 * * * *',         2026-11-26T23:45Z, 2026-11-27T00:00Z",
        "'5,10-12 8 * * *',      2026-11-26T08:05Z, 2026-11-26T08:10Z",
        "'0 8-16/4 * * *',       2026-11-26T12:00Z, 2026-11-26T16:00Z",
        "'30 2 * * mon-fri',     2026-11-27T12:00Z, 2026-11-30T02:30Z",
        "'0 0 * * 0',            2026-11-26T00:00Z, 2026-11-29T00:00Z",
        "'0 0 * * 7',            2026-11-26T00:00Z, 2026-11-29T00:00Z",
        "'0 0 * * Sat',          2026-11-26T00:00Z, 2026-11-28T00:00Z",
        "'0 0 1 jan,JUL *',      2026-11-26T00:00Z, 2027-01-01T00:00Z",
        "'0 0 31 * *',           2026-11-26T00:00Z, 2026-12-31T00:00Z",
        "'0 0 29 2 *',           2026-11-26T00:00Z, 2028-02-29T00:00Z",
        "'0 0 29 2 *',           2096-03-01T00:00Z, 2104-02-29T00:00Z",
        "'0 0 13 * fri',         2026-11-26T00:00Z, 2026-11-27T00:00Z",
        "'0 0 */2 * fri',        2026-11-26T00:00Z, 2026-11-27T00:00Z",
        "'0 0 */2 * thu',        2026-11-26T00:00Z, 2026-12-03T00:00Z"
    })
    void comesAsTheFieldsSay(String schedule, String after, String next) {
        assertThat(Calendar.of(schedule, "UTC").next(OffsetDateTime.parse(after).toInstant()))
                .contains(OffsetDateTime.parse(next).toInstant());
    }

    @Test
    void isInTheTimeZoneThatIsSaid() {
        assertThat(from("2026-11-26T00:00Z", "0 3 * * *", "Asia/Kolkata", 1)).containsExactly("2026-11-27T03:00+05:30");
        assertThat(from("2026-07-01T00:00Z", "0 3 * * *", "Europe/Berlin", 1))
                .containsExactly("2026-07-01T03:00+02:00");
    }

    @Test
    void whatTheClocksSkipComesAtTheEndOfTheGap() {
        assertThat(from("2026-03-28T00:00Z", "30 2 * * *", "Europe/Berlin", 3))
                .containsExactly("2026-03-28T02:30+01:00", "2026-03-29T03:00+02:00", "2026-03-30T02:30+02:00");
        assertThat(from("2026-03-29T00:00Z", "0 2,3,4 * * *", "Europe/Berlin", 3))
                .as("not twice at three")
                .containsExactly("2026-03-29T03:00+02:00", "2026-03-29T04:00+02:00", "2026-03-30T02:00+02:00");
    }

    @Test
    void whatTheClocksRepeatComesOnce() {
        assertThat(from("2026-10-24T00:00Z", "30 2 * * *", "Europe/Berlin", 3))
                .containsExactly("2026-10-24T02:30+02:00", "2026-10-25T02:30+02:00", "2026-10-26T02:30+01:00");
        assertThat(from("2026-11-01T00:00-04:00", "30 1 * * *", "America/New_York", 2))
                .containsExactly("2026-11-01T01:30-04:00", "2026-11-02T01:30-05:00");
    }

    @Test
    void whatComesEachHourGoesOnThroughBothChanges() {
        assertThat(from("2026-03-29T00:30Z", "0 * * * *", "Europe/Berlin", 2))
                .containsExactly("2026-03-29T03:00+02:00", "2026-03-29T04:00+02:00");
        assertThat(from("2026-10-24T23:30Z", "0 * * * *", "Europe/Berlin", 4))
                .containsExactly(
                        "2026-10-25T02:00+02:00",
                        "2026-10-25T02:00+01:00",
                        "2026-10-25T03:00+01:00",
                        "2026-10-25T04:00+01:00");
        assertThat(from("2026-03-29T00:59Z", "*/20 * * * *", "Europe/Berlin", 2))
                .containsExactly("2026-03-29T03:00+02:00", "2026-03-29T03:20+02:00");
    }

    @Test
    void gapsOfHalfAnHourAndOfAWholeDayAreGapsToo() {
        assertThat(from("2026-10-03T00:00+10:30", "15 2 * * *", "Australia/Lord_Howe", 2))
                .containsExactly("2026-10-03T02:15+10:30", "2026-10-04T02:30+11:00");
        assertThat(from("2011-12-29T00:00-10:00", "0 12 * * *", "Pacific/Apia", 3))
                .as("Samoa had no 30 December 2011")
                .containsExactly("2011-12-29T12:00-10:00", "2011-12-31T00:00+14:00", "2011-12-31T12:00+14:00");
    }

    @Test
    void theLatestIsFoundWithinItsLimits() {
        var calendar = Calendar.of("0 3 * * *", "Europe/Berlin");
        var monday = Instant.parse("2026-03-23T02:00:00Z");
        var sunday = Instant.parse("2026-03-29T01:00:00Z");

        assertThat(calendar.latest(monday, sunday)).contains(sunday);
        assertThat(calendar.latest(monday, sunday.minusMillis(1))).contains(Instant.parse("2026-03-28T02:00:00Z"));
        assertThat(calendar.latest(sunday, sunday)).isEmpty();
        assertThat(calendar.latest(sunday, sunday.plusSeconds(3600))).isEmpty();
        assertThat(calendar.latest(Instant.EPOCH, sunday)).contains(sunday);
    }

    @ParameterizedTest
    @CsvSource({
        "'60 * * * *',     minute, 0 to 59",
        "'* 24 * * *',     hour, 0 to 23",
        "'* * 0 * *',      day of month, 1 to 31",
        "'* * * 13 *',     month, 1 to 12",
        "'* * * * 8',      day of week, 0 to 7",
        "'* * * * funday', funday, 0 to 7",
        "'5/10 * * * *',   5/10, 0 to 59",
        "'*/0 * * * *',    minute, */0",
        "'9-5 * * * *',    9-5, minute",
        "', * * * *',      minute, 0 to 59",
        "'1--3 * * * *',   1--3, minute",
        "'* * * *',        five fields, there are 4",
        "'0 0 30 2 *',     never comes, spec.schedule"
    })
    void whatCannotBeReadIsNamed(String schedule, String one, String other) {
        assertThatThrownBy(() -> Calendar.of(schedule, "UTC"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("spec.schedule: ")
                .hasMessageContaining(one)
                .hasMessageContaining(other);
    }

    @Test
    void aTimeZoneIsOneOfIana() {
        assertThatThrownBy(() -> Calendar.of("0 0 * * *", "Europe/Berlinn"))
                .hasMessage("spec.timeZone: there is no 'Europe/Berlinn', take a name such as Europe/Berlin");
        assertThatThrownBy(() -> Calendar.of("0 0 * * *", "UTC+1")).hasMessageContaining("spec.timeZone");
    }
}
