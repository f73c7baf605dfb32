package dev.allmende.central.volumebackupschedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.api.storage.VolumeBackupScheduleStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TurnTest {

    private static final Calendar DAILY = Calendar.of("0 3 * * *", "UTC");
    private static final Instant MONDAY = Instant.parse("2026-11-23T03:00:00Z");
    private static final Instant THURSDAY = Instant.parse("2026-11-26T03:00:00Z");

    private static Turn turn(int fullEvery, Optional<Duration> deadline, String shelf, Instant now) {
        return Turn.of(
                new Turn.Rules(DAILY, fullEvery, deadline),
                MONDAY,
                Shelf.of(shelf).copies(),
                now);
    }

    private static Turn turn(Optional<Duration> deadline, String shelf, Instant now) {
        return turn(1, deadline, shelf, now);
    }

    @Test
    void restsUntilOneIsDue() {
        var nearly = MONDAY.plus(Duration.ofDays(1)).minusMillis(1);
        assertThat(turn(Optional.empty(), "F", nearly)).isEqualTo(new Turn.Rest());
        assertThat(turn(Optional.empty(), "F", nearly.plusMillis(1)))
                .isEqualTo(new Turn.Begin(MONDAY.plus(Duration.ofDays(1)), false, Optional.empty()));
    }

    @Test
    void makesUpForTheLatestOfThoseThatWereMissed() {
        assertThat(turn(Optional.empty(), "F", THURSDAY.plus(Duration.ofHours(20))))
                .isEqualTo(new Turn.Begin(THURSDAY, false, Optional.of(THURSDAY.minus(Duration.ofDays(1)))));
    }

    @Test
    void givesUpWhenItIsTooLate() {
        var hour = Optional.of(Duration.ofHours(1));
        assertThat(turn(hour, "F", THURSDAY.plus(Duration.ofHours(1)))).isInstanceOf(Turn.Begin.class);
        assertThat(turn(hour, "F", THURSDAY.plus(Duration.ofHours(1)).plusMillis(1)))
                .isEqualTo(new Turn.Skip(THURSDAY));
    }

    @Test
    void holdsWhileTheOneBeforeIsNotDoneAndGivesUpThenToo() {
        assertThat(turn(Optional.empty(), "F M", THURSDAY)).isEqualTo(new Turn.Hold(THURSDAY, "M1"));
        assertThat(turn(Optional.of(Duration.ofHours(1)), "F M", THURSDAY.plus(Duration.ofHours(2))))
                .isEqualTo(new Turn.Skip(THURSDAY));
        assertThat(turn(Optional.empty(), "F f", THURSDAY)).isInstanceOf(Turn.Begin.class);
    }

    @ParameterizedTest
    @CsvSource({
        "'',            3, false",
        "F,             1, false",
        "F,             3, true",
        "F I,           3, true",
        "F I I,         3, false",
        "F I I F,       3, true",
        // a failure is no increment, and no whole one
        "F I i,         3, true",
        "F I I f,       3, false",
        "f,             3, false",
        "F D,           3, true",
        "D,             3, false",
        "F I d,         3, true",
        "I I,           3, false"
    })
    void everySoManyIsAWholeOne(String shelf, int fullEvery, boolean isIncremental) {
        assertThat(turn(fullEvery, Optional.empty(), shelf, THURSDAY))
                .isInstanceOfSatisfying(
                        Turn.Begin.class,
                        begin -> assertThat(begin.incremental()).isEqualTo(isIncremental));
    }

    private static Diary diary(String activeSince, String scheduled, String skipped, String shelf) {
        return new Diary(
                new VolumeBackupScheduleStatus(
                        1, List.of(), given(activeSince), null, given(scheduled), given(skipped), null, 0, List.of()),
                Shelf.of(shelf).copies());
    }

    private static @Nullable String given(String text) {
        return text.isEmpty() ? null : text;
    }

    @Test
    void goesOnFromTheLatestThatIsKnown() {
        assertThat(new Diary(VolumeBackupScheduleStatus.UNSEEN, List.of())
                        .awake(MONDAY)
                        .since())
                .isEqualTo(MONDAY);
        assertThat(diary(MONDAY.toString(), "2026-11-24T03:00:00Z", "2026-11-25T03:00:00Z", "")
                        .awake(THURSDAY)
                        .since())
                .isEqualTo("2026-11-25T03:00:00Z");
        assertThat(diary("2026-10-01T00:00:00Z", "", "", "F F").awake(THURSDAY).since())
                .as("one that was made when the status was not written")
                .isEqualTo(Shelf.BEGIN.plus(Duration.ofDays(1)));
    }

    @Test
    void makesUpForNothingAfterASleep() {
        var asleep = diary(MONDAY.toString(), MONDAY.toString(), "", "").asleep();
        assertThat(asleep.awake(THURSDAY).since()).isEqualTo(THURSDAY);
    }
}
