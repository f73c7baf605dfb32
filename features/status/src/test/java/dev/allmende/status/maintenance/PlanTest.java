package dev.allmende.status.maintenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.allmende.api.status.WindowChange;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanTest {

    private static List<String> windows(Specs specs, String from, String to) throws InvalidPlan {
        return specs.plan().windows(Instant.parse(from), Instant.parse(to)).stream()
                .map(window -> window.start() + "/" + window.end())
                .toList();
    }

    private static List<String> all(Specs specs) throws InvalidPlan {
        return windows(specs, "2020-01-01T00:00:00Z", "2040-01-01T00:00:00Z");
    }

    @Test
    void aWindowWithAnEndKeepsItOnTheClockWhenTheClocksChangeInIt() throws Exception {
        assertThat(all(Specs.window("2026-10-25T02:00", "2026-10-25T04:00", "Europe/Berlin")))
                .containsExactly("2026-10-25T00:00:00Z/2026-10-25T03:00:00Z"); // three hours
        assertThat(all(Specs.window("2026-03-29T01:00", "2026-03-29T04:00", "Europe/Berlin")))
                .containsExactly("2026-03-29T00:00:00Z/2026-03-29T02:00:00Z"); // two hours
    }

    @Test
    void aWindowWithALengthKeepsItWhenTheClocksChangeInIt() throws Exception {
        assertThat(all(Specs.lasting("2026-10-25T02:00", "PT2H", "Europe/Berlin")))
                .containsExactly("2026-10-25T00:00:00Z/2026-10-25T02:00:00Z");
        assertThat(all(Specs.lasting("2026-03-29T01:00", "PT3H", "Europe/Berlin")))
                .containsExactly("2026-03-29T00:00:00Z/2026-03-29T03:00:00Z");
    }

    @Test
    void aStartThatTheClocksLeaveOutIsReadWithTheOffsetBefore() throws Exception {
        assertThat(all(Specs.lasting("2026-03-29T02:30", "PT1H", "Europe/Berlin")))
                .containsExactly("2026-03-29T01:30:00Z/2026-03-29T02:30:00Z");
        // its end would come before its start: then it keeps its length
        assertThat(all(Specs.window("2026-03-29T02:30", "2026-03-29T03:15", "Europe/Berlin")))
                .containsExactly("2026-03-29T01:30:00Z/2026-03-29T02:15:00Z");
    }

    @Test
    void aSeriesKeepsItsLocalTimeOverTheChangeOfTheClocks() throws Exception {
        var weekly = Specs.window("2026-10-18T02:00", "2026-10-18T04:00", "Europe/Berlin")
                .every("FREQ=WEEKLY;COUNT=3");
        assertThat(all(weekly))
                .containsExactly(
                        "2026-10-18T00:00:00Z/2026-10-18T02:00:00Z",
                        "2026-10-25T00:00:00Z/2026-10-25T03:00:00Z",
                        "2026-11-01T01:00:00Z/2026-11-01T03:00:00Z");
    }

    @Test
    void aSeriesOnLeapDayComesOnLeapDaysOnly() throws Exception {
        assertThat(all(Specs.window("2024-02-29T22:00", "2024-03-01T01:00", "UTC")
                        .every("FREQ=YEARLY;COUNT=3")))
                .containsExactly(
                        "2024-02-29T22:00:00Z/2024-03-01T01:00:00Z",
                        "2028-02-29T22:00:00Z/2028-03-01T01:00:00Z",
                        "2032-02-29T22:00:00Z/2032-03-01T01:00:00Z");
    }

    @Test
    void exceptionsAreLeftOutByTimeOrByDay() throws Exception {
        assertThat(all(Specs.window("2026-12-24T02:00", "2026-12-24T03:00", "UTC")
                        .every("FREQ=DAILY;UNTIL=20261227T235959Z", "2026-12-25", "2026-12-26T02:00")))
                .containsExactly(
                        "2026-12-24T02:00:00Z/2026-12-24T03:00:00Z", "2026-12-27T02:00:00Z/2026-12-27T03:00:00Z");
    }

    @Test
    void theLastDayOfARuleIsReadInTheZoneOfThePlan() throws Exception {
        var daily = Specs.window("2026-12-24T00:30", "2026-12-24T01:00", "Europe/Berlin");
        assertThat(all(daily.every("FREQ=DAILY;UNTIL=20261225T233000Z"))).hasSize(3); // 26th, 00:30 there
        assertThat(all(daily.every("FREQ=DAILY;UNTIL=20261225"))).hasSize(2);
    }

    @Test
    void theFirstWindowBelongsToTheSeriesWhateverTheRuleSays() throws Exception {
        assertThat(all(Specs.window("2026-12-02T02:00", "2026-12-02T03:00", "UTC")
                        .every("FREQ=MONTHLY;BYDAY=1TU;UNTIL=20270131T000000Z")))
                .containsExactly(
                        "2026-12-02T02:00:00Z/2026-12-02T03:00:00Z", "2027-01-05T02:00:00Z/2027-01-05T03:00:00Z");
    }

    @Test
    void anEndlessSeriesIsShownUpToItsHorizonOnly() throws Exception {
        var plan = Specs.window("2020-01-01T02:00", "2020-01-01T03:00", "UTC")
                .every("FREQ=DAILY")
                .horizon(10)
                .plan();
        var windows = plan.windows(Instant.parse("2026-11-26T12:00:00Z"));
        assertThat(windows.getLast().start()).isEqualTo("2026-12-06T02:00:00Z");
        assertThat(windows.getFirst().start()).isEqualTo("2025-10-22T02:00:00Z");
        assertThat(windows).hasSize(411);
    }

    @Test
    void aMovedWindowKeepsItsName() throws Exception {
        var moved = WindowChange.none("2026-12-02T02:00").moved("2026-12-03T05:00", null, "parts come late");
        var windows = Specs.window("2026-12-01T02:00", "2026-12-01T03:00", "UTC")
                .every("FREQ=DAILY;COUNT=2")
                .changed(moved)
                .plan()
                .windows(Instant.parse("2026-12-03T00:00:00Z"), Instant.parse("2026-12-04T00:00:00Z"));
        assertThat(windows).singleElement().satisfies(window -> {
            assertThat(window.key()).isEqualTo("2026-12-02T02:00");
            assertThat(window.start()).isEqualTo("2026-12-03T05:00:00Z");
            assertThat(window.end()).isEqualTo("2026-12-03T06:00:00Z");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-02-30T02:00 | 2026-03-01T02:00 | UTC | - | there is no 2026-02-30T02:00",
                "2026-02-01T02:00 | 2026-01-01T02:00 | UTC | - | end lies before start",
                "2026-02-01T02:00 | 2026-02-01T03:00 | Mars/Olympus | - | no time zone of IANA",
                "2026-02-01T02:00 | 2026-02-01T03:00 | UTC | FREQ=HOURLY | daily at most",
                "2026-02-01T02:00 | 2026-02-01T03:00 | UTC | FREQ=SOMETIMES | no rule of RFC 5545",
                "2026-02-01T02:00 | 2026-02-01T03:00 | UTC | FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2 | no rule of RFC 5545"
            })
    void whatNoCalendarHasIsRefusedWithTheReason(String start, String end, String zone, String rule, String reason) {
        var specs = Specs.window(start, end, zone);
        if (!rule.equals("-")) {
            specs.every(rule);
        }
        assertThatThrownBy(specs::plan).isInstanceOf(InvalidPlan.class).hasMessageContaining(reason);
    }
}
