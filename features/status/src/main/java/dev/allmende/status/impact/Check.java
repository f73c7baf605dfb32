package dev.allmende.status.impact;

import dev.allmende.status.probe.Result;
import dev.allmende.status.probe.Result.Grade;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How one probe fares at one place: a state machine over its results. It is bad after so many bad rounds in a row, or six of
 * the last ten; recovering after two good ones; good after more of them or five minutes without a bad one. While it changes
 * more than four times in half an hour it stays bad. Pure.
 *
 * @param state never SUPPRESSED
 * @param worst DEGRADED or FAILED: what it recovers from
 * @param since when the state began
 * @param firstBad first bad result of the trouble that lasts, or that was last
 * @param firstGood first good result after it
 * @param blind the last result was unknown
 * @param fails failed rounds in a row
 * @param bads bad rounds in a row: failed or slow
 * @param goods good rounds in a row
 * @param recent the last ten that were known, oldest first
 * @param flips times of changes between good and bad in the last half hour
 * @param lastKnown time of the last result that was known
 */
public record Check(
        State state,
        State worst,
        Instant since,
        @Nullable Instant firstBad,
        @Nullable Instant firstGood,
        boolean blind,
        int fails,
        int bads,
        int goods,
        List<Round> recent,
        List<Instant> flips,
        @Nullable Instant lastKnown) {

    private static final int WINDOW = 10;
    private static final int BAD_OF_WINDOW = 6;
    private static final int GOODS_TO_RECOVER = 2;
    private static final int MOST_FLIPS = 4;
    private static final Duration FLIP_WINDOW = Duration.ofMinutes(30);
    private static final Duration LONG_GOOD = Duration.ofMinutes(5);

    /** A result that was known. */
    record Round(Instant at, Grade grade) {
        boolean isBad() {
            return grade != Grade.OK;
        }
    }

    /** Before the first result. */
    public static Check begin(Instant now) {
        return new Check(State.UNKNOWN, State.UNKNOWN, now, null, null, false, 0, 0, 0, List.of(), List.of(), null);
    }

    /** What is to be believed at a time: unknown when there was no word for long, or the last one was none. */
    public State at(Instant now, Limits limits) {
        return blind || lastKnown == null || Duration.between(lastKnown, now).compareTo(limits.silence()) > 0
                ? State.UNKNOWN
                : state;
    }

    public boolean isUnstable() {
        return isBad() && flips.size() > MOST_FLIPS;
    }

    boolean isBad() {
        return state.isBad();
    }

    public Check after(Result result, Limits limits) {
        if (result.grade() == Grade.UNKNOWN) {
            return blinded();
        }
        return heard(result.at(), limits)
                .counting(grade(result, limits), result.at())
                .judged(result.at(), limits);
    }

    private Check blinded() {
        return new Check(state, worst, since, firstBad, firstGood, true, fails, bads, goods, recent, flips, lastKnown);
    }

    /** What was slow must become a good deal faster before it is good. */
    private Grade grade(Result result, Limits limits) {
        boolean isStillSlow = isBad() && result.latency().compareTo(limits.fastAgain()) > 0;
        return result.grade() == Grade.OK && isStillSlow ? Grade.SLOW : result.grade();
    }

    /** After a silence the count begins anew: this host may have slept, and nothing is known of the time between. */
    private Check heard(Instant at, Limits limits) {
        if (lastKnown == null || Duration.between(lastKnown, at).compareTo(limits.silence()) <= 0) {
            return this;
        }
        var kept = isBad() ? worst : State.UNKNOWN;
        return new Check(kept, worst, since, firstBad, firstGood, blind, 0, 0, 0, List.of(), List.of(), lastKnown);
    }

    private Check counting(Grade grade, Instant at) {
        var round = new Round(at, grade);
        boolean isFlip = !recent.isEmpty() && recent.getLast().isBad() != round.isBad();
        var changes = Stream.concat(flips.stream(), isFlip ? Stream.of(at) : Stream.empty())
                .filter(flip -> Duration.between(flip, at).compareTo(FLIP_WINDOW) < 0)
                .toList();
        var rounds = Stream.concat(recent.stream().skip(recent.size() < WINDOW ? 0 : 1), Stream.of(round))
                .toList();
        return new Check(
                state,
                worst,
                since,
                firstBad,
                !round.isBad() && goods == 0 ? at : firstGood,
                false,
                grade == Grade.FAIL ? fails + 1 : 0,
                round.isBad() ? bads + 1 : 0,
                round.isBad() ? 0 : goods + 1,
                rounds,
                changes,
                at);
    }

    private Check judged(Instant at, Limits limits) {
        if (bads > 0) {
            return isBad() ? worse(at, limits) : suspected(at, limits);
        }
        return isBad() ? better(at, limits) : to(State.OK, worst, at);
    }

    private Check suspected(Instant at, Limits limits) {
        long badOnes = recent.stream().filter(Round::isBad).count();
        if (bads < limits.failures() && badOnes < Math.max(BAD_OF_WINDOW, limits.failures())) {
            return to(State.SUSPECT, worst, at);
        }
        long counted = bads >= limits.failures() ? bads : recent.size();
        var first = recent.stream()
                .skip(Math.max(0, recent.size() - counted))
                .filter(Round::isBad)
                .findFirst()
                .orElseThrow()
                .at();
        long failed =
                recent.stream().filter(round -> round.grade() == Grade.FAIL).count();
        var found = fails >= limits.failures() || failed >= BAD_OF_WINDOW ? State.FAILED : State.DEGRADED;
        return new Check(found, found, at, first, null, false, fails, bads, goods, recent, flips, lastKnown);
    }

    /** Slowness becomes a failure and a failure slowness after as many rounds as it took at first. */
    private Check worse(Instant at, Limits limits) {
        boolean allSlow = recent.size() >= limits.failures()
                && recent.stream()
                        .skip(recent.size() - limits.failures())
                        .allMatch(round -> round.grade() == Grade.SLOW);
        var now = fails >= limits.failures() ? State.FAILED : allSlow ? State.DEGRADED : worst;
        return to(now, now, at);
    }

    private Check better(Instant at, Limits limits) {
        boolean isLongGood =
                firstGood != null && Duration.between(firstGood, at).compareTo(LONG_GOOD) >= 0;
        if ((goods >= limits.successes() || isLongGood) && flips.size() <= MOST_FLIPS) {
            return new Check(
                    State.OK,
                    worst,
                    at,
                    firstBad,
                    firstGood,
                    false,
                    0,
                    0,
                    goods,
                    List.of(recent.getLast()),
                    flips,
                    lastKnown);
        }
        return goods >= GOODS_TO_RECOVER ? to(State.RECOVERING, worst, at) : this;
    }

    private Check to(State next, State nextWorst, Instant at) {
        return next == state && nextWorst == worst
                ? this
                : new Check(
                        next,
                        nextWorst,
                        next == state ? since : at,
                        firstBad,
                        firstGood,
                        blind,
                        fails,
                        bads,
                        goods,
                        recent,
                        flips,
                        lastKnown);
    }
}
