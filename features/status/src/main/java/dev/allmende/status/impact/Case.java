package dev.allmende.status.impact;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One trouble with one cause, of which one incident tells. Pure.
 *
 * @param root component that it comes from
 * @param began first bad result
 * @param affects by component; what recovered stays, since it did suffer
 * @param stage how far it has come
 * @param goodSince first good result of what is stable since; null while something is bad
 * @param draftSince when it was proposed; null once readers see it
 * @param publishAfter null: a person publishes it
 * @param spans times in which something was bad, the last one open while it lasts
 */
public record Case(
        String root,
        Instant began,
        Map<String, Suffering> affects,
        Stage stage,
        @Nullable Instant goodSince,
        @Nullable Instant draftSince,
        @Nullable Duration publishAfter,
        List<Span> spans) {

    /** Where it stands. */
    public enum Stage {
        OPEN,
        MONITORING,
        CLOSED
    }

    /**
     * What a component suffers.
     *
     * @param lowerSince since when it suffers less than is told; null when that is not so
     */
    public record Suffering(
            String kind, int severity, @Nullable Instant lowerSince) {
        Suffering lessSince(@Nullable Instant time) {
            return new Suffering(kind, severity, time);
        }
    }

    /**
     * Part of the time.
     *
     * @param end null: it lasts
     */
    public record Span(Instant begin, @Nullable Instant end) {}

    public Case {
        affects = Collections.unmodifiableMap(new TreeMap<>(affects));
        spans = List.copyOf(spans);
    }

    /** Told apart from all others: no component has two troubles that begin at the same moment. */
    public String id() {
        return "probe-%s-%d".formatted(root, began.getEpochSecond());
    }

    public boolean isDraft() {
        return draftSince != null;
    }

    public boolean isOpen() {
        return stage != Stage.CLOSED;
    }

    /** When it ended: the first good result, not the moment at which that was believed. */
    public @Nullable Instant ended() {
        return stage == Stage.CLOSED ? goodSince : null;
    }

    /** All of the time that something was bad; what lasts counts until now. */
    public Duration downTime(Instant now) {
        return spans.stream()
                .map(span -> Duration.between(span.begin(), Objects.requireNonNullElse(span.end(), now)))
                .reduce(Duration.ZERO, Duration::plus);
    }

    Case with(String component, Suffering suffering) {
        var more = new TreeMap<>(affects);
        more.put(component, suffering);
        return new Case(root, began, more, stage, goodSince, draftSince, publishAfter, spans);
    }

    Case at(Stage next, @Nullable Instant good) {
        return new Case(root, began, affects, next, good, draftSince, publishAfter, spans);
    }

    Case published() {
        return new Case(root, began, affects, stage, goodSince, null, publishAfter, spans);
    }

    Case spanning(List<Span> other) {
        return new Case(root, began, affects, stage, goodSince, draftSince, publishAfter, other);
    }
}
