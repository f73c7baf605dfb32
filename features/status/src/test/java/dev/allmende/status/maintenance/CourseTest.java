package dev.allmende.status.maintenance;

import static dev.allmende.api.status.MaintenanceState.ANNOUNCED;
import static dev.allmende.api.status.MaintenanceState.CANCELLED;
import static dev.allmende.api.status.MaintenanceState.COMPLETED;
import static dev.allmende.api.status.MaintenanceState.IN_PROGRESS;
import static dev.allmende.api.status.MaintenanceState.OVERRUN;
import static dev.allmende.api.status.MaintenanceState.SCHEDULED;
import static dev.allmende.api.status.MaintenanceState.VERIFYING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.allmende.api.status.Cancellation;
import dev.allmende.api.status.WindowChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CourseTest {

    private static final String KEY = "2026-12-01T02:00";

    private static Specs window() {
        return Specs.window(KEY, "2026-12-01T04:00", "UTC");
    }

    private static Course at(Specs specs, String time) throws InvalidPlan {
        return Agenda.at(specs.plan(), Instant.parse(time)).courses().getFirst();
    }

    @Test
    void aWindowBeginsAtItsStartAndEndsAtItsEnd() throws Exception {
        var specs = window().announced("P3D", "PT1H");
        assertThat(at(specs, "2026-11-28T01:59:59.999Z").state()).isEqualTo(SCHEDULED);
        assertThat(at(specs, "2026-11-28T02:00:00Z").state()).isEqualTo(ANNOUNCED);
        assertThat(at(specs, "2026-12-01T01:59:59.999Z").state()).isEqualTo(ANNOUNCED);
        assertThat(at(specs, "2026-12-01T02:00:00Z").state()).isEqualTo(IN_PROGRESS);
        assertThat(at(specs, "2026-12-01T03:59:59.999Z").state()).isEqualTo(IN_PROGRESS);
        assertThat(at(specs, "2026-12-01T04:00:00Z").state()).isEqualTo(COMPLETED);
    }

    @Test
    void itsEdgesAreKnownBeforehand() throws Exception {
        var plan = window().announced("P3D", "PT1H").plan();
        List<String> edges = new ArrayList<>();
        var now = Instant.parse("2026-11-01T00:00:00Z");
        for (var edge = Agenda.at(plan, now).until();
                edge.isPresent();
                edge = Agenda.at(plan, edge.get()).until()) {
            edges.add(edge.get().toString());
        }
        assertThat(edges)
                .containsExactly(
                        "2026-11-28T02:00:00Z", "2026-12-01T01:00:00Z", "2026-12-01T02:00:00Z", "2026-12-01T04:00:00Z");
    }

    @Test
    void whatMustBeConfirmedOverrunsUntilItIs() throws Exception {
        var specs = window().confirmed();
        var over = at(specs, "2026-12-01T04:20:00Z");
        assertThat(over.state()).isEqualTo(OVERRUN);
        assertThat(over.ended()).isEqualTo("2026-12-01T04:30:00Z");
        assertThat(Agenda.at(specs.plan(), Instant.parse("2026-12-01T04:20:00Z"))
                        .until())
                .contains(Instant.parse("2026-12-01T04:30:00Z"));

        var done = window().confirmed().changed(WindowChange.none(KEY).finished("2026-12-01T04:42:00Z"));
        assertThat(at(done, "2026-12-01T04:41:59Z").state()).isEqualTo(OVERRUN);
        var completed = at(done, "2026-12-01T05:00:00Z");
        assertThat(completed.state()).isEqualTo(COMPLETED);
        assertThat(completed.ended()).isEqualTo("2026-12-01T04:42:00Z");
    }

    @Test
    void anExtendedWindowRunsUntilItsNewEnd() throws Exception {
        var specs = window().changed(WindowChange.none(KEY).moved(null, "2026-12-01T06:00", "one more switch"));
        assertThat(at(specs, "2026-12-01T05:59:59Z").state()).isEqualTo(IN_PROGRESS);
        assertThat(at(specs, "2026-12-01T06:00:00Z").state()).isEqualTo(COMPLETED);
    }

    @Test
    void whatIsCalledOffWhileItRunsEndsThen() throws Exception {
        var specs = window().cancelled("2026-12-01T03:00:00Z", "a disk failed");
        assertThat(at(specs, "2026-12-01T02:59:59Z").state()).isEqualTo(IN_PROGRESS);
        var off = at(specs, "2026-12-01T03:00:00Z");
        assertThat(off.state()).isEqualTo(CANCELLED);
        assertThat(off.began()).isEqualTo("2026-12-01T02:00:00Z");
        assertThat(off.ended()).isEqualTo("2026-12-01T03:00:00Z");
        assertThat(off.reason()).isEqualTo("a disk failed");
    }

    @Test
    void whatIsCalledOffBeforeNeverRuns() throws Exception {
        var off = at(window().cancelled("2026-11-30T00:00:00Z", "no parts"), "2026-12-01T03:00:00Z");
        assertThat(off.state()).isEqualTo(CANCELLED);
        assertThat(off.began()).isEqualTo(off.ended());
    }

    @Test
    void whatHasEndedStaysCompletedWhenTheRestIsCalledOff() throws Exception {
        var specs = window().every("FREQ=DAILY;COUNT=3")
                .changed(WindowChange.none("2026-12-03T02:00")
                        .cancelled(new Cancellation("2026-11-30T00:00:00Z", "a holiday")))
                .cancelled("2026-12-02T00:00:00Z", "all is replaced");
        assertThat(Agenda.at(specs.plan(), Instant.parse("2026-12-02T03:00:00Z"))
                        .courses())
                .extracting(Course::state, Course::reason)
                .containsExactly(
                        tuple(COMPLETED, ""), tuple(CANCELLED, "all is replaced"), tuple(CANCELLED, "a holiday"));
    }

    @Test
    void whatIsBegunByHandWaitsForIt() throws Exception {
        var specs = window().begunByHand();
        var waits = at(specs, "2026-12-01T02:05:00Z");
        assertThat(waits.state()).isEqualTo(SCHEDULED);
        assertThat(waits.began()).isEqualTo("2026-12-01T02:15:00Z");
        assertThat(at(specs, "2026-12-01T04:00:00Z").state()).isEqualTo(CANCELLED);

        var begun = window().begunByHand()
                .changed(WindowChange.none(KEY).started("2026-12-01T02:10:00Z").verifying("2026-12-01T03:30:00Z"));
        assertThat(at(begun, "2026-12-01T02:09:59Z").state()).isEqualTo(SCHEDULED);
        assertThat(at(begun, "2026-12-01T02:10:00Z").state()).isEqualTo(IN_PROGRESS);
        assertThat(at(begun, "2026-12-01T03:30:00Z").state()).isEqualTo(VERIFYING);
        assertThat(at(begun, "2026-12-01T04:00:00Z").state()).isEqualTo(COMPLETED);
    }

    @Test
    void whatNobodyApprovedNeverBegins() throws Exception {
        var specs = window().needsApproval(null);
        assertThat(at(specs, "2026-12-01T03:00:00Z").state()).isEqualTo(SCHEDULED);
        assertThat(at(specs, "2026-12-01T04:00:00Z").reason()).isEqualTo("nobody approved it");
        assertThat(at(window().needsApproval("bob"), "2026-12-01T03:00:00Z").state())
                .isEqualTo(IN_PROGRESS);
    }
}
