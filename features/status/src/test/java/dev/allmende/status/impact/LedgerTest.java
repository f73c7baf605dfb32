package dev.allmende.status.impact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.status.impact.Case.Stage;
import dev.allmende.status.impact.Decision.What;
import dev.allmende.status.probe.Result;
import dev.allmende.status.probe.Result.Grade;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedgerTest {

    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");
    private static final Duration ROUND = Duration.ofSeconds(30);
    private static final Limits LIMITS = new Limits(3, 5, ROUND, Duration.ofSeconds(3));

    /** Probes of components of the same names, with a clock that goes from round to round. */
    private static final class Play {
        private final Map<String, Check> checks = new java.util.TreeMap<>();
        private final Map<String, Set<String>> needs = new java.util.TreeMap<>();
        private final List<Window> windows = new ArrayList<>();
        private final List<Decision> decisions = new ArrayList<>();
        private final List<Instant> times = new ArrayList<>();
        private Set<String> taken = Set.of();
        private Duration publishAfter = Duration.ZERO;
        private Ledger ledger = Ledger.EMPTY;
        private Instant now = NOON;

        void round(Map<String, Grade> grades) {
            now = now.plus(ROUND);
            grades.forEach((probe, grade) -> checks.put(
                    probe, checks.getOrDefault(probe, Check.begin(now)).after(result(grade, now), LIMITS)));
            step();
        }

        void rounds(int number, Map<String, Grade> grades) {
            for (int i = 0; i < number; i++) {
                round(grades);
            }
        }

        void step() {
            var voices = checks.entrySet().stream()
                    .map(each -> voice(each.getKey(), each.getValue()))
                    .toList();
            var step = ledger.step(new Verdicts(Map.of(), windows).of(voices, now), taken, now);
            ledger = step.ledger();
            step.decisions().forEach(decision -> {
                decisions.add(decision);
                times.add(now);
            });
        }

        private Voice voice(String probe, Check check) {
            var agreed = Places.agree(Map.of("here", check), now, LIMITS);
            return new Voice(
                    probe,
                    agreed.state(),
                    agreed.worst(),
                    agreed.firstBad(),
                    agreed.firstGood(),
                    agreed.unstable(),
                    "",
                    needs.getOrDefault(probe, Set.of()),
                    List.of(new Voice.Claim(probe, "connectivity", 100, 40)),
                    new Voice.Manner(publishAfter));
        }

        List<What> done() {
            return decisions.stream().map(Decision::what).toList();
        }
    }

    private static Result result(Grade grade, Instant at) {
        return new Result(
                at, grade, Duration.ofMillis(grade == Grade.SLOW ? 5000 : 50), Map.of(), Optional.empty(), "");
    }

    @Test
    void threeBadRoundsOpenAnIncidentThatBeganWithTheFirstAndEndsWithTheFirstGoodOne() {
        var play = new Play();
        play.rounds(3, Map.of("compute", Grade.OK));
        play.rounds(2, Map.of("compute", Grade.FAIL));
        assertThat(play.done()).isEmpty();
        play.round(Map.of("compute", Grade.FAIL));
        assertThat(play.done()).containsExactly(What.OPEN);
        play.rounds(40, Map.of("compute", Grade.OK));
        assertThat(play.done()).containsExactly(What.OPEN, What.MONITOR, What.CLOSE);
        var closed = play.decisions.getLast().after();
        assertThat(closed.began()).isEqualTo(NOON.plus(ROUND.multipliedBy(4)));
        assertThat(closed.ended()).isEqualTo(NOON.plus(ROUND.multipliedBy(7)));
        assertThat(closed.downTime(play.now)).isEqualTo(ROUND.multipliedBy(3));
    }

    @Test
    void whatIsSlowFirstAndFailsThenIsRaisedInPlace() {
        var play = new Play();
        play.rounds(3, Map.of("compute", Grade.SLOW));
        play.rounds(3, Map.of("compute", Grade.FAIL));
        assertThat(play.done()).containsExactly(What.OPEN, What.RAISE);
        assertThat(play.ledger.cases()).hasSize(1);
        assertThat(Objects.requireNonNull(
                                play.ledger.cases().getFirst().affects().get("compute"))
                        .severity())
                .isEqualTo(100);
        play.rounds(3 + 20, Map.of("compute", Grade.SLOW));
        assertThat(play.done()).containsExactly(What.OPEN, What.RAISE, What.LOWER);
    }

    @Test
    void whoDependsOnWhatFailsSaysNothing() {
        var play = new Play();
        play.needs.put("compute", Set.of("identity"));
        play.rounds(8, Map.of("identity", Grade.FAIL, "compute", Grade.FAIL));
        assertThat(play.ledger.cases()).hasSize(1);
        assertThat(play.ledger.cases().getFirst().affects()).containsOnlyKeys("identity");
        // what still fails without that excuse is told
        play.rounds(10, Map.of("identity", Grade.OK, "compute", Grade.FAIL));
        assertThat(play.ledger.cases()).hasSize(2);
    }

    @Test
    void maintenanceExcusesWhatWasAnnouncedAndNothingWorse() {
        var play = new Play();
        var end = NOON.plus(Duration.ofHours(1));
        play.windows.add(new Window("move", NOON, end, Map.of("compute", 50, "network", 0)));
        play.rounds(10, Map.of("network", Grade.FAIL, "compute", Grade.SLOW));
        assertThat(play.done()).isEmpty();
        play.rounds(3, Map.of("compute", Grade.FAIL));
        assertThat(play.done()).containsExactly(What.OPEN);
        assertThat(play.ledger.cases().getFirst().affects()).containsOnlyKeys("compute");
    }

    @Test
    void whatOutlastsAMaintenanceBeginsAtItsPlannedEnd() {
        var play = new Play();
        var end = NOON.plus(Duration.ofMinutes(10));
        play.windows.add(new Window("move", NOON, end, Map.of("network", 0)));
        play.rounds(60, Map.of("network", Grade.FAIL));
        assertThat(play.done()).containsExactly(What.OPEN);
        assertThat(play.decisions.getFirst().after().began()).isEqualTo(end);
        assertThat(play.times.getFirst()).isAfter(end.plus(Duration.ofMinutes(15)));
    }

    @Test
    void whatIsGoodAgainBeforeItIsPublishedNeverIs() {
        var play = new Play();
        play.publishAfter = Duration.ofMinutes(5);
        play.rounds(9, Map.of("compute", Grade.FAIL));
        play.rounds(40, Map.of("compute", Grade.OK));
        assertThat(play.done()).containsExactly(What.OPEN, What.MONITOR, What.CLOSE);
        assertThat(play.decisions.getLast().after().isDraft()).isTrue();

        var lasting = new Play();
        lasting.publishAfter = Duration.ofMinutes(5);
        lasting.rounds(15, Map.of("compute", Grade.FAIL));
        assertThat(lasting.done()).containsExactly(What.OPEN, What.PUBLISH);
    }

    @Test
    void ofWhatAPersonHasTakenOverThereAreSuggestionsOnly() {
        var play = new Play();
        play.rounds(3, Map.of("compute", Grade.SLOW));
        play.taken = Set.of(play.ledger.cases().getFirst().id());
        play.rounds(3, Map.of("compute", Grade.FAIL));
        assertThat(play.decisions.getFirst().suggestion()).isFalse();
        assertThat(play.decisions.getLast().suggestion()).isTrue();
    }

    @Test
    void aHostThatSleptForAnHourKnowsNothingAndOpensNothing() {
        var play = new Play();
        play.rounds(5, Map.of("compute", Grade.OK));
        play.rounds(2, Map.of("compute", Grade.FAIL));
        play.now = play.now.plus(Duration.ofHours(1));
        play.step();
        assertThat(Objects.requireNonNull(play.checks.get("compute")).at(play.now, LIMITS))
                .isEqualTo(State.UNKNOWN);
        play.rounds(2, Map.of("compute", Grade.FAIL));
        assertThat(play.done()).isEmpty();
    }

    @Test
    void ofManyPlacesTheMajorityDecides() {
        var good = Check.begin(NOON).after(result(Grade.OK, NOON), LIMITS);
        var bad = Check.begin(NOON);
        for (int i = 2; i >= 0; i--) {
            bad = bad.after(result(Grade.FAIL, NOON.minus(ROUND.multipliedBy(i))), LIMITS);
        }
        assertThat(Places.agree(Map.of("a", bad, "b", good, "c", good), NOON, LIMITS)
                        .state())
                .isEqualTo(State.DEGRADED);
        assertThat(Places.agree(Map.of("a", bad, "b", bad, "c", good), NOON, LIMITS)
                        .state())
                .isEqualTo(State.FAILED);
    }

    @Test
    void aCaseOutlastsTheProcessAsText() {
        var play = new Play();
        play.publishAfter = Duration.ofMinutes(5);
        play.rounds(4, Map.of("compute", Grade.FAIL));
        play.rounds(6, Map.of("compute", Grade.OK));
        var known = play.ledger.cases().getFirst();
        assertThat(CaseText.read(CaseText.write(known))).contains(known);
        assertThat(CaseText.read("{}")).isEmpty();
        assertThat(CaseText.read("nonsense")).isEmpty();
    }

    /** Whatever happens: see the assertions. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void nothingFluttersAndAllThatOpensCloses(long seed) {
        var random = new Random(seed);
        var play = new Play();
        List<Boolean> bad = new ArrayList<>();
        double badness = random.nextDouble();
        for (int i = 0; i < 2000; i++) {
            if (random.nextInt(40) == 0) {
                badness = random.nextBoolean() ? random.nextDouble() : random.nextInt(2);
            }
            var grade = random.nextDouble() >= badness ? Grade.OK : random.nextInt(3) == 0 ? Grade.SLOW : Grade.FAIL;
            int before = play.decisions.size();
            play.round(Map.of("compute", grade));
            bad.add(grade != Grade.OK);
            assertEarned(play, bad, before);
        }
        play.rounds(200, Map.of("compute", Grade.OK));
        assertThat(play.ledger.cases()).noneMatch(Case::isOpen);
        assertThat(play.done()).isNotEmpty();
        assertPeaceful(play);
        assertThat(recorded(play)).isEqualTo(sumOfBadIntervals(play));
    }

    /** Nothing begins without three bad rounds in a row, or six of the last ten. */
    private static void assertEarned(Play play, List<Boolean> bad, int before) {
        for (var decision : play.decisions.subList(before, play.decisions.size())) {
            if (decision.what() == What.OPEN || decision.what() == What.RESUME || decision.what() == What.REOPEN) {
                var last = bad.subList(Math.max(0, bad.size() - 10), bad.size());
                boolean three = last.size() >= 3
                        && last.subList(last.size() - 3, last.size()).stream().allMatch(each -> each);
                assertThat(three || last.stream().filter(each -> each).count() >= 6)
                        .isTrue();
            }
        }
    }

    /** Nothing is closed or lowered before its time. */
    private static void assertPeaceful(Play play) {
        Instant good = Instant.EPOCH;
        Instant told = Instant.EPOCH;
        for (int i = 0; i < play.decisions.size(); i++) {
            var now = play.times.get(i);
            switch (play.decisions.get(i).what()) {
                case MONITOR ->
                    good = Objects.requireNonNull(play.decisions.get(i).after().goodSince());
                case CLOSE -> assertThat(Duration.between(good, now)).isGreaterThanOrEqualTo(Ledger.OVER_AFTER);
                case LOWER -> assertThat(Duration.between(told, now)).isGreaterThanOrEqualTo(Ledger.LOWER_AFTER);
                default -> told = now;
            }
        }
    }

    private static Duration recorded(Play play) {
        Map<String, Case> last = new java.util.TreeMap<>();
        play.decisions.forEach(decision -> last.put(decision.after().id(), decision.after()));
        assertThat(last.values()).allMatch(each -> each.stage() == Stage.CLOSED);
        return last.values().stream().map(each -> each.downTime(play.now)).reduce(Duration.ZERO, Duration::plus);
    }

    /** From each first bad result that something was opened for to the first good one that it was thought over for. */
    private static Duration sumOfBadIntervals(Play play) {
        var sum = Duration.ZERO;
        Instant begin = Instant.EPOCH;
        for (var decision : play.decisions) {
            switch (decision.what()) {
                case OPEN, RESUME, REOPEN ->
                    begin = decision.after().spans().getLast().begin();
                case MONITOR ->
                    sum = sum.plus(Duration.between(
                            begin, Objects.requireNonNull(decision.after().goodSince())));
                default -> {}
            }
        }
        return sum;
    }
}
