package dev.allmende.status.impact;

import dev.allmende.status.impact.Case.Span;
import dev.allmende.status.impact.Case.Stage;
import dev.allmende.status.impact.Case.Suffering;
import dev.allmende.status.impact.Decision.What;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The troubles of one page, and what follows when components fare better or worse: a state machine. Severity rises at once,
 * and falls after ten minutes; what is good is watched for fifteen minutes before it is over; what comes again within thirty
 * is the same trouble. Pure.
 *
 * @param cases open ones, and those that are over since less than thirty minutes
 */
public record Ledger(List<Case> cases) {

    public static final Ledger EMPTY = new Ledger(List.of());

    /** Below it readers are told nothing: "operational" in SCS' example (SCS-0402). */
    static final int UNTOLD = 33;

    static final Duration LOWER_AFTER = Duration.ofMinutes(10);
    static final Duration OVER_AFTER = Duration.ofMinutes(15);
    static final Duration SAME_WITHIN = Duration.ofMinutes(30);

    public Ledger {
        cases = List.copyOf(cases);
    }

    /** What came of a step. */
    public record Step(Ledger ledger, List<Decision> decisions) {}

    /**
     * @param verdicts by component
     * @param taken ids of cases whose incident a person has changed
     */
    public Step step(Map<String, Verdict> verdicts, Set<String> taken, Instant now) {
        return new Turn(cases, taken, now).play(verdicts);
    }

    /** A person has let readers see one. */
    Ledger published(String id) {
        return new Ledger(cases.stream()
                .map(each -> each.id().equals(id) ? each.published() : each)
                .toList());
    }

    /** One step: mutable while it lasts. */
    private static final class Turn {
        private final List<Case> cases;
        private final Set<String> taken;
        private final Instant now;
        private final List<Decision> decisions = new ArrayList<>();

        Turn(List<Case> cases, Set<String> taken, Instant now) {
            this.cases = new ArrayList<>(cases);
            this.taken = taken;
            this.now = now;
        }

        Step play(Map<String, Verdict> verdicts) {
            verdicts.entrySet().stream()
                    .sorted(Comparator.comparing(entry -> !isRoot(entry))) // causes before consequences
                    .forEach(entry -> {
                        if (entry.getValue() instanceof Verdict.Bad bad
                                && (bad.severity() > UNTOLD || isTold(entry.getKey()))) {
                            suffer(entry.getKey(), bad);
                        }
                    });
            for (int i = 0; i < cases.size(); i++) {
                if (cases.get(i).isOpen()) {
                    follow(i, verdicts);
                }
            }
            cases.removeIf(each -> isPast(each));
            return new Step(new Ledger(cases), decisions);
        }

        private static boolean isRoot(Map.Entry<String, Verdict> entry) {
            return entry.getValue() instanceof Verdict.Bad bad && bad.root().equals(entry.getKey());
        }

        /** Whether readers are told of it now: then they are also told when it is no more worth telling. */
        private boolean isTold(String component) {
            return cases.stream()
                    .anyMatch(
                            each -> each.stage() == Stage.OPEN && each.affects().containsKey(component));
        }

        private boolean isPast(Case each) {
            var ended = each.ended();
            return ended != null && Duration.between(ended, now).compareTo(SAME_WITHIN) > 0;
        }

        private void suffer(String component, Verdict.Bad bad) {
            int at = same(component, bad);
            if (at < 0) {
                open(component, bad);
                return;
            }
            var known = cases.get(at);
            var before = known.affects().get(component);
            var told = new Suffering(bad.kind(), bad.severity(), null);
            if (known.stage() == Stage.CLOSED) {
                decide(at, What.REOPEN, resumed(known, bad).with(component, told), component, bad.why());
            } else if (known.stage() == Stage.MONITORING) {
                decide(at, What.RESUME, resumed(known, bad).with(component, told), component, bad.why());
            } else if (before == null) {
                decide(at, What.JOIN, known.with(component, told), component, bad.why());
            } else if (bad.severity() > before.severity()) {
                decide(at, What.RAISE, known.with(component, told), component, bad.why());
            } else {
                lower(at, component, before, bad);
            }
        }

        /** The case that this is part of: of the same component, or of the same cause; -1 for none. */
        private int same(String component, Verdict.Bad bad) {
            for (int i = 0; i < cases.size(); i++) {
                var each = cases.get(i);
                boolean isRelated = each.affects().containsKey(component)
                        || each.root().equals(bad.root())
                        || each.affects().containsKey(bad.root());
                if (isRelated && (each.isOpen() || isSoonAfter(each, bad))) {
                    return i;
                }
            }
            return -1;
        }

        private static boolean isSoonAfter(Case past, Verdict.Bad bad) {
            var ended = past.ended();
            return ended != null && Duration.between(ended, bad.since()).compareTo(SAME_WITHIN) <= 0;
        }

        private void open(String component, Verdict.Bad bad) {
            var publishAfter = bad.manner().publishAfter();
            boolean isSeen = publishAfter != null && publishAfter.isZero();
            var fresh = new Case(
                    bad.root(),
                    bad.since(),
                    Map.of(component, new Suffering(bad.kind(), bad.severity(), null)),
                    Stage.OPEN,
                    null,
                    isSeen ? null : now,
                    publishAfter,
                    List.of(new Span(bad.since(), null)));
            cases.add(fresh);
            decide(cases.size() - 1, What.OPEN, fresh, component, bad.why());
        }

        private static Case resumed(Case known, Verdict.Bad bad) {
            var good = known.goodSince();
            var begin = good != null && bad.since().isBefore(good) ? good : bad.since();
            var spans = new ArrayList<>(known.spans());
            spans.add(new Span(begin, null));
            return known.at(Stage.OPEN, null).spanning(spans);
        }

        private void lower(int at, String component, Suffering before, Verdict.Bad bad) {
            var known = cases.get(at);
            if (bad.severity() == before.severity()) {
                cases.set(at, known.with(component, before.lessSince(null)));
            } else if (before.lowerSince() == null) {
                cases.set(at, known.with(component, before.lessSince(now)));
            } else if (Duration.between(before.lowerSince(), now).compareTo(LOWER_AFTER) >= 0) {
                var told = new Suffering(bad.kind(), bad.severity(), null);
                decide(at, What.LOWER, known.with(component, told), component, bad.why());
            }
        }

        private void follow(int at, Map<String, Verdict> verdicts) {
            var known = cases.get(at);
            var all = known.affects().keySet().stream()
                    .map(component -> Optional.ofNullable(verdicts.get(component)))
                    .toList();
            boolean isGood = all.stream().allMatch(each -> each.orElse(null) instanceof Verdict.Good);
            if (known.stage() == Stage.OPEN && isGood) {
                recover(at, all);
            } else if (known.stage() == Stage.MONITORING && isGood && isOld(known.goodSince(), OVER_AFTER)) {
                decide(at, What.CLOSE, known.at(Stage.CLOSED, known.goodSince()), known.root(), "good for 15 minutes");
            } else if (known.stage() == Stage.OPEN && isToBePublished(known) && lasts(all)) {
                decide(at, What.PUBLISH, known.published(), known.root(), "nobody acted on the proposal");
            }
        }

        private void recover(int at, List<Optional<Verdict>> all) {
            var known = cases.get(at);
            var last = known.spans().getLast();
            var good = all.stream()
                    .flatMap(Optional::stream)
                    .map(verdict -> verdict instanceof Verdict.Good well ? well.since() : last.begin())
                    .max(Comparator.naturalOrder())
                    .filter(time -> time.isAfter(last.begin()))
                    .orElse(now);
            var spans = new ArrayList<>(known.spans().subList(0, known.spans().size() - 1));
            spans.add(new Span(last.begin(), good));
            decide(
                    at,
                    What.MONITOR,
                    known.at(Stage.MONITORING, good).spanning(spans),
                    known.root(),
                    "good since " + good);
        }

        /** What is recovering is not worth telling. */
        private static boolean lasts(List<Optional<Verdict>> all) {
            return all.stream()
                    .flatMap(Optional::stream)
                    .anyMatch(each -> each instanceof Verdict.Bad bad && !bad.recovering());
        }

        private boolean isToBePublished(Case known) {
            return known.isDraft() && known.publishAfter() != null && isOld(known.draftSince(), known.publishAfter());
        }

        private boolean isOld(@Nullable Instant since, Duration age) {
            return since != null && Duration.between(since, now).compareTo(age) >= 0;
        }

        private void decide(int at, What what, Case after, String component, String why) {
            cases.set(at, after);
            decisions.add(new Decision(what, after, component, why, taken.contains(after.id())));
        }
    }
}
