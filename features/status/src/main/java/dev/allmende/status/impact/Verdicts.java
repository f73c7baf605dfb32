package dev.allmende.status.impact;

import dev.allmende.status.impact.Voice.Claim;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * From what probes say to how components fare: the worst counts; who depends on something bad says nothing; what was
 * announced as maintenance is no failure. Pure.
 *
 * @param dependsOn of components: those that one does not work without
 */
public record Verdicts(Map<String, Set<String>> dependsOn, List<Window> windows) {

    private record Said(Voice voice, Claim claim) {
        int severity() {
            return voice.worst() == State.FAILED ? claim.failing() : claim.slow();
        }
    }

    /** By component. */
    public Map<String, Verdict> of(Collection<Voice> voices, Instant now) {
        var muted = muted(voices);
        Map<String, List<Said>> said = voices.stream()
                .flatMap(voice -> voice.claims().stream().map(claim -> new Said(voice, claim)))
                .collect(Collectors.groupingBy(each -> each.claim().component()));
        Map<String, Verdict> verdicts = new TreeMap<>();
        said.forEach((component, all) -> verdicts.put(component, one(component, all, muted, now)));
        Map<String, Verdict> rooted = new TreeMap<>();
        verdicts.forEach((component, verdict) -> rooted.put(
                component, verdict instanceof Verdict.Bad bad ? withRoot(component, bad, verdicts) : verdict));
        return rooted;
    }

    /** Probes that wait for another one, with its name: as soon as that one is suspect, lest consequences be told first. */
    public static Map<String, String> muted(Collection<Voice> voices) {
        Map<String, Voice> byName =
                voices.stream().collect(Collectors.toMap(Voice::probe, Function.identity(), (first, other) -> first));
        Map<String, String> muted = new TreeMap<>();
        for (var voice : voices) {
            cause(voice, byName, new HashSet<>()).ifPresent(cause -> muted.put(voice.probe(), cause));
        }
        return muted;
    }

    private static Optional<String> cause(Voice voice, Map<String, Voice> byName, Set<String> seen) {
        return voice.dependsOn().stream()
                .sorted()
                .filter(seen::add)
                .flatMap(name -> Optional.ofNullable(byName.get(name)).stream())
                .flatMap(needed -> cause(needed, byName, seen)
                        .or(() -> needed.state() == State.SUSPECT || (needed.isBad() && needed.worst() == State.FAILED)
                                ? Optional.of(needed.probe())
                                : Optional.empty())
                        .stream())
                .findFirst();
    }

    private Verdict one(String component, List<Said> all, Map<String, String> muted, Instant now) {
        var heard = all.stream()
                .filter(each -> !muted.containsKey(each.voice().probe()))
                .toList();
        var worst = heard.stream()
                .filter(each -> each.voice().isBad())
                .max(Comparator.comparingInt(Said::severity)
                        .thenComparing(each -> each.voice().probe(), Comparator.reverseOrder()));
        if (worst.isPresent()) {
            return bad(component, worst.get(), now);
        }
        if (heard.size() < all.size()) {
            var first = all.stream()
                    .map(each -> each.voice().probe())
                    .filter(muted::containsKey)
                    .findFirst();
            return new Verdict.Held("%s waits for %s".formatted(first.orElse(""), muted.get(first.orElse(""))));
        }
        return heard.stream()
                .map(Said::voice)
                .filter(voice -> voice.state() != State.OK)
                .findFirst()
                .<Verdict>map(voice -> new Verdict.Held(
                        "%s is %s".formatted(voice.probe(), voice.state().word())))
                .orElseGet(() -> new Verdict.Good(goodSince(heard)));
    }

    private static Instant goodSince(List<Said> heard) {
        return heard.stream()
                .flatMap(each -> Stream.ofNullable(each.voice().firstGood()))
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    private Verdict bad(String component, Said worst, Instant now) {
        var voice = worst.voice();
        int severity = worst.severity();
        var excuse = windows.stream()
                .filter(window -> window.excuses(component, severity, now))
                .findFirst();
        if (excuse.isPresent()) {
            return new Verdict.Held("maintenance " + excuse.get().name());
        }
        var first = Objects.requireNonNullElse(voice.firstBad(), now);
        // what outlasts a maintenance begins at its planned end
        var overrun = windows.stream()
                .filter(window ->
                        window.holds(component, first) && !window.end().isAfter(now))
                .max(Comparator.comparing(Window::end));
        var since = overrun.map(Window::end).filter(end -> end.isAfter(first)).orElse(first);
        var why = "%s is %s%s%s%s"
                .formatted(
                        voice.probe(),
                        voice.worst().word(),
                        voice.unstable() ? " and unstable" : "",
                        overrun.map(window -> ", longer than maintenance " + window.name())
                                .orElse(""),
                        voice.remark().isEmpty() ? "" : ": " + voice.remark());
        return new Verdict.Bad(
                worst.claim().kind(),
                severity,
                since,
                component,
                voice.state() == State.RECOVERING,
                why,
                voice.manner());
    }

    private Verdict withRoot(String component, Verdict.Bad bad, Map<String, Verdict> verdicts) {
        var root = root(component, verdicts, new HashSet<>());
        return new Verdict.Bad(
                bad.kind(), bad.severity(), bad.since(), root, bad.recovering(), bad.why(), bad.manner());
    }

    private String root(String component, Map<String, Verdict> verdicts, Set<String> seen) {
        seen.add(component);
        return dependsOn.getOrDefault(component, Set.of()).stream()
                .sorted()
                .filter(needed -> !seen.contains(needed) && verdicts.get(needed) instanceof Verdict.Bad)
                .findFirst()
                .map(needed -> root(needed, verdicts, seen))
                .orElse(component);
    }
}
