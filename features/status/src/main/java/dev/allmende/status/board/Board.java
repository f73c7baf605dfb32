package dev.allmende.status.board;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that one page shows, as it was at one moment. Immutable; every view is a function of a board, a time and a language.
 */
public final class Board {

    /** Newest first; those without a begin last; equal ones by id, so that the order never depends on chance. */
    private static final Comparator<Happening> NEWEST_FIRST = Comparator.comparing(
                    Happening::began, Comparator.nullsLast(Comparator.<Instant>reverseOrder()))
            .thenComparing(Happening::id);

    private static final Comparator<Part> AS_SHOWN = Comparator.comparingInt(Part::order)
            .thenComparing(part -> part.wording().name())
            .thenComparing(Part::id);

    private final long version;
    private final Page page;
    private final Map<UUID, Part> parts = new LinkedHashMap<>();
    private final Map<UUID, Kind> kinds = new LinkedHashMap<>();
    private final Map<UUID, Happening> happenings = new LinkedHashMap<>();
    private final List<Happening> newestFirst;
    private final Map<UUID, List<Happening>> ofPart = new HashMap<>();
    private final Set<String> circles;

    /** @param version another one for each board of a namespace: what was made of an older board is out of date */
    public Board(long version, Page page, List<Part> parts, List<Kind> kinds, List<Happening> happenings) {
        this.version = version;
        this.page = page;
        parts.stream().sorted(AS_SHOWN).forEach(part -> this.parts.put(part.id(), part));
        kinds.stream()
                .sorted(Comparator.comparing((Kind kind) -> kind.wording().name())
                        .thenComparing(Kind::id))
                .forEach(kind -> this.kinds.put(kind.id(), kind));
        happenings.stream().sorted(NEWEST_FIRST).forEach(this::add);
        this.newestFirst = List.copyOf(this.happenings.values());
        this.circles =
                parts.stream().flatMap(part -> part.visibleTo().stream()).collect(Collectors.toUnmodifiableSet());
    }

    private void add(Happening happening) {
        happenings.put(happening.id(), happening);
        for (var effect : happening.effects()) {
            ofPart.computeIfAbsent(effect.part(), none -> new ArrayList<>()).add(happening);
        }
    }

    public long version() {
        return version;
    }

    public Page page() {
        return page;
    }

    /** Groups of users for whom some of it is kept. */
    public Set<String> circles() {
        return circles;
    }

    /** What members of some groups see: neither components of others, nor what affects those alone. */
    public Board seenBy(Set<String> groups) {
        if (parts.values().stream().allMatch(part -> part.isSeenBy(groups))) {
            return this;
        }
        var seen = parts.values().stream().filter(part -> part.isSeenBy(groups)).toList();
        return new Board(
                version,
                page,
                seen,
                kinds(),
                newestFirst.stream()
                        .flatMap(happening ->
                                happening
                                        .seenWith(part -> parts.get(part) == null || seen.contains(parts.get(part)))
                                        .stream())
                        .toList());
    }

    /** In the order that they are shown in. */
    public List<Part> parts() {
        return List.copyOf(parts.values());
    }

    public Optional<Part> part(UUID id) {
        return Optional.ofNullable(parts.get(id));
    }

    /** By name. */
    public List<Kind> kinds() {
        return List.copyOf(kinds.values());
    }

    public Optional<Kind> kind(UUID id) {
        return Optional.ofNullable(kinds.get(id));
    }

    /** All, the newest first. */
    public List<Happening> happenings() {
        return newestFirst;
    }

    public Optional<Happening> happening(UUID id) {
        return Optional.ofNullable(happenings.get(id));
    }

    /** What a component ever suffered or is to suffer, the newest first. */
    public List<Happening> happenings(UUID part) {
        return ofPart.getOrDefault(part, List.of());
    }

    /** What a component suffers at a time, the newest first. */
    public Stream<Happening> active(UUID part, Instant time) {
        return happenings(part).stream().filter(happening -> happening.isActiveAt(time));
    }

    /** The worst that a component suffers at a time; 0 under maintenance alone; empty when nothing affects it. */
    public Optional<Integer> severity(UUID part, Instant time) {
        return active(part, time)
                .flatMap(happening -> happening.on(part).stream())
                .map(Effect::severity)
                .max(Comparator.naturalOrder());
    }

    /** When something begins or ends next: until then, what is true now stays so. Empty: never. */
    public Optional<Instant> nextChange(Instant after) {
        return nextEdge(newestFirst, after);
    }

    /** The same of what one component suffers. */
    public Optional<Instant> nextChange(UUID part, Instant after) {
        return nextEdge(happenings(part), after);
    }

    private static Optional<Instant> nextEdge(Collection<Happening> happenings, Instant after) {
        return happenings.stream()
                .flatMap(Happening::edges)
                .filter(time -> time.isAfter(after))
                .min(Comparator.naturalOrder());
    }
}
