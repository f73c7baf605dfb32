package dev.allmende.status.board;

import dev.allmende.api.status.MaintenanceState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An incident, or one window of a planned maintenance.
 *
 * @param name of the resource
 * @param began null: nobody knows
 * @param ended null: it lasts
 * @param phase null: none was given
 * @param notes by their order
 * @param plan of a window of maintenance; null for an incident
 */
public record Happening(
        UUID id,
        Sort sort,
        String name,
        Wording wording,
        @Nullable Instant began,
        @Nullable Instant ended,
        @Nullable Phase phase,
        List<Effect> effects,
        List<Note> notes,
        @Nullable Plan plan) {

    /** An incident. */
    public Happening(
            UUID id,
            Sort sort,
            String name,
            Wording wording,
            @Nullable Instant began,
            @Nullable Instant ended,
            @Nullable Phase phase,
            List<Effect> effects,
            List<Note> notes) {
        this(id, sort, name, wording, began, ended, phase, effects, notes, null);
    }

    /**
     * A window of maintenance, at the time that the board was made for.
     *
     * @param window its name within the maintenance: the start that the plan gave it
     * @param start planned, after moves
     * @param end planned, after moves and extensions
     * @param reason why it was moved or called off; empty when none was given
     * @param ticket address; empty for none
     * @param revision grows whenever somebody changes the maintenance (its resource's generation)
     * @param isMoved whether somebody gave it other times than the plan
     * @param announced how long before the start readers were last to be told of it; empty: not yet
     */
    public record Plan(
            String window,
            MaintenanceState state,
            Instant start,
            Instant end,
            String reason,
            String ticket,
            long revision,
            boolean isMoved,
            Optional<Duration> announced) {}

    /** What it is. */
    public enum Sort {
        INCIDENT,
        MAINTENANCE
    }

    public Happening {
        effects = List.copyOf(effects);
        notes = List.copyOf(notes);
    }

    /** From its begin, inclusive, to its end, exclusive. */
    public boolean isActiveAt(Instant time) {
        return (began == null || !began.isAfter(time)) && (ended == null || time.isBefore(ended));
    }

    /** Its begin and its end, as far as they are known. */
    Stream<Instant> edges() {
        return Stream.of(Optional.ofNullable(began), Optional.ofNullable(ended)).flatMap(Optional::stream);
    }

    /** Whether some of it lies between two times, both inclusive. */
    public boolean overlaps(Instant start, Instant end) {
        return (began == null || !began.isAfter(end)) && (ended == null || !ended.isBefore(start));
    }

    /** Severity 0, or a planned window: not a failure. */
    public boolean isMaintenance() {
        return sort == Sort.MAINTENANCE
                || (!effects.isEmpty() && effects.stream().allMatch(effect -> effect.severity() == 0));
    }

    /** Without what it does to components that are not seen; empty when it does nothing to others. */
    Optional<Happening> seenWith(Predicate<UUID> isSeen) {
        var seen = effects.stream().filter(effect -> isSeen.test(effect.part())).toList();
        if (seen.size() == effects.size()) {
            return Optional.of(this);
        }
        return seen.isEmpty()
                ? Optional.empty()
                : Optional.of(new Happening(id, sort, name, wording, began, ended, phase, seen, notes, plan));
    }

    public Optional<Effect> on(UUID part) {
        return effects.stream().filter(effect -> effect.part().equals(part)).findFirst();
    }

    /** The worst of its effects; 0 for maintenance and for none. */
    public int severity() {
        return effects.stream().mapToInt(Effect::severity).max().orElse(0);
    }
}
