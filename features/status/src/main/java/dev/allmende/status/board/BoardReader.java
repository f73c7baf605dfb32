package dev.allmende.status.board;

import dev.allmende.api.ObjectReference;
import dev.allmende.api.status.Component;
import dev.allmende.api.status.Impact;
import dev.allmende.api.status.ImpactType;
import dev.allmende.api.status.Incident;
import dev.allmende.api.status.Maintenance;
import dev.allmende.api.status.StatusPage;
import dev.allmende.api.status.Update;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes a board of the resources of one namespace. What refers to something that is not there is left out: a page shows
 * what it can.
 */
public final class BoardReader {

    private static final int LAST = 100_000;
    private static final int HISTORY_DAYS = 90;

    private BoardReader() {}

    /** Resources of one namespace. */
    public record Resources(
            StatusPage page,
            List<Component> components,
            List<ImpactType> impactTypes,
            List<Incident> incidents,
            List<Maintenance> maintenances) {}

    /**
     * A board.
     *
     * @param until when it is out of date by time alone: another one is to be made then; empty: never
     * @param known for the next board of the namespace
     */
    public record Made(Board board, Optional<Instant> until, Known known) {

        boolean isGoodAt(Instant time) {
            return until.isEmpty() || time.isBefore(until.get());
        }
    }

    /**
     * What was made of incidents, by the objects themselves: an object never changes, another version is another one. Of
     * thousands of incidents few change from board to board, and to read them all takes longer than all else.
     *
     * @param parts identifiers that they were read with; likewise kinds
     */
    record Known(Map<String, UUID> parts, Map<String, UUID> kinds, IdentityHashMap<Incident, Happening> incidents) {

        static final Known NOTHING = new Known(Map.of(), Map.of(), new IdentityHashMap<>());

        @Nullable
        Happening of(Incident incident) {
            return incidents.get(incident);
        }

        boolean isReadWith(Map<String, UUID> nowParts, Map<String, UUID> nowKinds) {
            return parts.equals(nowParts) && kinds.equals(nowKinds);
        }
    }

    /** @param now windows of maintenance have come as far as they have then */
    public static Made read(long version, Resources resources, Instant now) {
        return read(version, resources, now, Known.NOTHING);
    }

    /** @param before what an older board of the namespace knew: the answer is the same without it, and comes later */
    static Made read(long version, Resources resources, Instant now, Known before) {
        var page = page(resources.page());
        var parts = ids(resources.components());
        var kinds = ids(resources.impactTypes());
        var reader = new MaintenanceReader(page, parts, kinds, now);
        var windows = resources.maintenances().stream().map(reader::read).toList();
        var old = before.isReadWith(parts, kinds) ? before : Known.NOTHING;
        var incidents = new IdentityHashMap<Incident, Happening>();
        for (var incident : resources.incidents()) {
            var same = old.of(incident);
            incidents.put(incident, same == null ? happening(incident, parts, kinds) : same);
        }
        var board = new Board(
                version,
                page,
                resources.components().stream().map(each -> part(each, parts)).toList(),
                resources.impactTypes().stream().map(BoardReader::kind).toList(),
                Stream.concat(incidents.values().stream(), windows.stream().flatMap(each -> each.happenings().stream()))
                        .toList());
        return new Made(
                board,
                windows.stream().flatMap(each -> each.until().stream()).min(Comparator.naturalOrder()),
                new Known(parts, kinds, incidents));
    }

    private static Map<String, UUID> ids(List<? extends HasMetadata> objects) {
        return objects.stream()
                .collect(Collectors.toMap(object -> object.getMetadata().getName(), Ids::of));
    }

    static Page page(StatusPage page) {
        var spec = page.getSpec();
        return new Page(
                page.getMetadata().getNamespace(),
                page.getMetadata().getName(),
                Wording.of(spec.displayName(), spec.description(), spec.translations()),
                spec.languages().isEmpty() ? List.of("en", "de") : spec.languages(),
                zone(spec.timeZone()),
                Objects.requireNonNullElse(spec.accent(), ""),
                Objects.requireNonNullElse(spec.logo(), ""),
                Objects.requireNonNullElse(spec.imprint(), ""),
                spec.visibleTo(),
                Objects.requireNonNullElse(spec.historyDays(), HISTORY_DAYS),
                spec.phases(),
                spec.severities().isEmpty() ? Severities.USUAL : new Severities(spec.severities()));
    }

    private static ZoneId zone(@Nullable String name) {
        try {
            return name == null ? ZoneOffset.UTC : ZoneId.of(name);
        } catch (DateTimeException unknown) {
            return ZoneOffset.UTC;
        }
    }

    private static Part part(Component component, Map<String, UUID> parts) {
        var spec = component.getSpec();
        return new Part(
                Ids.of(component),
                component.getMetadata().getName(),
                Wording.of(spec.displayName(), spec.description(), spec.translations()),
                Objects.requireNonNullElse(spec.group(), ""),
                Objects.requireNonNullElse(spec.order(), LAST),
                spec.labels(),
                spec.dependsOn().stream()
                        .flatMap(reference -> find(parts, reference).stream())
                        .toList(),
                spec.visibleTo());
    }

    private static Kind kind(ImpactType type) {
        var spec = type.getSpec();
        return new Kind(
                Ids.of(type),
                type.getMetadata().getName(),
                Wording.of(spec.displayName(), spec.description(), spec.translations()));
    }

    private static Happening happening(Incident incident, Map<String, UUID> parts, Map<String, UUID> kinds) {
        var spec = incident.getSpec();
        var phase = spec.phase();
        return new Happening(
                Ids.of(incident),
                Happening.Sort.INCIDENT,
                incident.getMetadata().getName(),
                Wording.of(spec.displayName(), spec.description(), spec.translations()),
                time(spec.beganAt()),
                time(spec.endedAt()),
                phase == null ? null : new Phase(phase.generation(), phase.order()),
                effects(spec.affects(), parts, kinds),
                notes(spec.updates()));
    }

    /** @param parts identifiers of components by the names of their resources; likewise the impact types */
    static List<Effect> effects(List<Impact> impacts, Map<String, UUID> parts, Map<String, UUID> kinds) {
        Function<Impact, Stream<Effect>> effect = impact -> find(parts, impact.componentRef()).stream()
                .flatMap(part -> find(kinds, impact.impactTypeRef()).stream()
                        .map(kind -> new Effect(part, kind, impact.severity())));
        return impacts.stream().flatMap(effect).toList();
    }

    static List<Note> notes(List<Update> updates) {
        return updates.stream()
                .map(update -> new Note(
                        update.order(),
                        Wording.of(update.displayName(), update.description(), update.translations()),
                        Objects.requireNonNullElse(time(update.createdAt()), Instant.EPOCH)))
                .sorted(Comparator.comparingInt(Note::order))
                .toList();
    }

    private static Optional<UUID> find(Map<String, UUID> ids, ObjectReference reference) {
        return Optional.ofNullable(ids.get(reference.name()));
    }

    /** @param text RFC 3339, as the API has checked it */
    static @Nullable Instant time(@Nullable String text) {
        return text == null ? null : OffsetDateTime.parse(text).toInstant();
    }
}
