package dev.allmende.status.availability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.allmende.status.Sketch;
import dev.allmende.status.board.Board;
import dev.allmende.status.board.Effect;
import dev.allmende.status.board.Happening;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TimelineTest {

    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    private final Sketch sketch = new Sketch();

    private Tally tally(int hours, Happening... happenings) {
        return tally(hours, List.of(happenings));
    }

    private Tally tally(int hours, List<Happening> happenings) {
        var end = START.plus(HOUR.multipliedBy(hours));
        return Timeline.of(board(happenings), Sketch.DISKS, START, end).between(START, end);
    }

    private Board board(List<Happening> happenings) {
        return sketch.board(happenings);
    }

    private Happening incident(int from, int to, int severity) {
        return sketch.incident(hour(from), hour(to), severity);
    }

    private Happening window(int from, int to, int expected) {
        return sketch.window(hour(from), hour(to), expected);
    }

    private static Instant hour(int hour) {
        return START.plus(HOUR.multipliedBy(hour));
    }

    @Test
    void aTimeWithoutIncidentsIsAllAvailable() {
        var tally = tally(10);
        assertThat(tally.availability()).hasValue(1);
        assertThat(tally.availabilityWithMaintenance()).hasValue(1);
        assertThat(tally.total()).isEqualTo(36000);
    }

    @Test
    void severitiesWeighByTheirRangeAndTimeWeighsByItsLength() {
        assertThat(tally(10, incident(0, 1, 100)).availability()).hasValue(0.9);
        assertThat(tally(10, incident(0, 1, 50)).availability()).hasValue(0.95);
        assertThat(tally(10, incident(0, 1, 33)).availability()).hasValue(1);
    }

    @Test
    void ofOverlappingImpactsTheWorstCountsOnce() {
        var tally = tally(10, incident(0, 4, 50), incident(1, 2, 100), incident(1, 3, 100));
        assertThat(tally.lost()).isEqualTo(3600 * (2 * 1 + 2 * 0.5));
        assertThat(tally.worst()).isEqualTo(100);
    }

    @Test
    void maintenanceIsTakenOutOfOneNumberAndCountedAsExpectedInTheOther() {
        var tally = tally(10, window(0, 2, 100), incident(1, 3, 100));
        assertThat(tally.maintenance()).isEqualTo(7200);
        assertThat(tally.availability()).hasValue(1 - 1.0 / 8);
        assertThat(tally.availabilityWithMaintenance()).hasValue(0.7);
    }

    @Test
    void anIncidentWithSeverityZeroIsMaintenanceToo() {
        var tally = tally(10, incident(0, 2, 0));
        assertThat(tally.maintenance()).isEqualTo(7200);
        assertThat(tally.availability()).hasValue(1);
    }

    @Test
    void whatNoRangeKnowsIsNeitherUpNorDown() {
        var low = new Sketch(50);
        var end = hour(10);
        var tally = Timeline.of(
                        low.board(List.of(low.incident(hour(0), hour(4), 80), low.incident(hour(4), hour(7), 50))),
                        Sketch.DISKS,
                        START,
                        end)
                .between(START, end);
        assertThat(tally.unknown()).isEqualTo(4 * 3600);
        assertThat(tally.availability()).hasValue(0.5);
    }

    @Test
    void ofATimeThatIsAllMaintenanceThereIsNoNumber() {
        assertThat(tally(2, window(0, 2, 100)).availability()).isEmpty();
    }

    @Test
    void whatLastsCountsToTheEndAndWhatIsToComeCountsNotAtAll() {
        var open = sketch.incident(hour(8), null, 100);
        assertThat(tally(10, open, incident(12, 14, 100)).availability()).hasValue(0.8);
    }

    /** Against the plain definition, minute by minute. */
    @Test
    void chanceAgreesWithCountingEachMinute() {
        var random = new Random(20261126);
        for (int round = 0; round < 60; round++) {
            var happenings = new ArrayList<Happening>();
            for (int i = random.nextInt(9); i > 0; i--) {
                int from = random.nextInt(-100, 300);
                var began = START.plus(Duration.ofMinutes(from));
                var ended = random.nextInt(8) == 0 ? null : began.plus(Duration.ofMinutes(random.nextInt(1, 200)));
                happenings.add(
                        random.nextInt(3) == 0
                                ? sketch.window(began, ended, random.nextInt(101))
                                : sketch.incident(began, ended, random.nextInt(101)));
            }
            var board = board(happenings);
            var end = START.plus(Duration.ofHours(5));
            var timeline = Timeline.of(board, Sketch.DISKS, START, end);
            var tally = timeline.between(START, end);
            assertThat(tally.lost()).as("round %d", round).isCloseTo(lost(board), within(1e-6));
            assertThat(tally.total()).isEqualTo(300 * 60);
            assertThat(tally.maintenance() + tally.unknown() + tally.lost()).isLessThanOrEqualTo(tally.total());
            var middle = START.plus(Duration.ofMinutes(random.nextInt(301)));
            assertThat(timeline.between(START, middle).lost()
                            + timeline.between(middle, end).lost())
                    .isCloseTo(tally.lost(), within(1e-6));
        }
    }

    private static double lost(Board board) {
        var weights = new Weights(board.page().severities());
        double lost = 0;
        for (int minute = 0; minute < 300; minute++) {
            var time = START.plus(Duration.ofMinutes(minute));
            boolean maintained = board.active(Sketch.DISKS, time).anyMatch(Happening::isMaintenance);
            int worst = board.active(Sketch.DISKS, time)
                    .flatMap(each -> each.on(Sketch.DISKS).stream())
                    .mapToInt(Effect::severity)
                    .max()
                    .orElse(0);
            lost += maintained ? 0 : 60 * weights.of(worst).orElseThrow();
        }
        return lost;
    }
}
