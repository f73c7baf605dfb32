package dev.allmende.status;

import dev.allmende.api.status.MaintenanceState;
import dev.allmende.api.status.StatusPageSpec.PhaseList;
import dev.allmende.api.status.StatusPageSpec.Severity;
import dev.allmende.status.board.Board;
import dev.allmende.status.board.Effect;
import dev.allmende.status.board.Happening;
import dev.allmende.status.board.Kind;
import dev.allmende.status.board.Note;
import dev.allmende.status.board.Page;
import dev.allmende.status.board.Part;
import dev.allmende.status.board.Phase;
import dev.allmende.status.board.Severities;
import dev.allmende.status.board.Wording;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A board written down in a test: components Disks and Login, whatever happens to the disks. */
public final class Sketch {

    public static final UUID DISKS = new UUID(0, 1);
    public static final UUID LOGIN = new UUID(0, 2);
    private static final UUID SLOW = new UUID(1, 1);

    private final Severities severities;
    private String disks = "Disks";
    private List<String> disksFor = List.of();
    private Wording wording = new Wording("Disks are slow", "All of them.", Map.of());
    private List<String> visibleTo = List.of();
    private long made;

    public Sketch() {
        this.severities = Severities.USUAL;
    }

    /** @param highest range that there is: above it nothing is known; the lowest ends at 10 */
    public Sketch(int highest) {
        this.severities = new Severities(List.of(new Severity("fine", 10), new Severity("broken", highest)));
    }

    public Sketch named(String name) {
        disks = name;
        return this;
    }

    public Sketch disksOnlyFor(String group) {
        disksFor = List.of(group);
        return this;
    }

    public Sketch pageOnlyFor(String group) {
        visibleTo = List.of(group);
        return this;
    }

    public Sketch says(String name, String text) {
        wording = new Wording(name, text, Map.of());
        return this;
    }

    public Happening incident(@Nullable Instant began, @Nullable Instant ended, int severity) {
        return new Happening(
                new UUID(2, ++made),
                Happening.Sort.INCIDENT,
                "incident-" + made,
                wording,
                began,
                ended,
                new Phase(1, 1),
                List.of(new Effect(DISKS, SLOW, severity)),
                began == null ? List.of() : List.of(new Note(0, new Wording("Seen", "We look.", Map.of()), began)));
    }

    public Happening window(Instant began, @Nullable Instant ended, int expected) {
        var id = new UUID(3, ++made);
        return new Happening(
                id,
                Happening.Sort.MAINTENANCE,
                "switches",
                new Wording("Switches are replaced", "Breaks are short.", Map.of()),
                began,
                ended,
                new Phase(1, 0),
                List.of(new Effect(DISKS, SLOW, 0, expected)),
                List.of(),
                new Happening.Plan(
                        began.toString(),
                        MaintenanceState.SCHEDULED,
                        began,
                        ended == null ? began : ended,
                        "",
                        "https://tickets.example/1",
                        3,
                        false,
                        Optional.empty()));
    }

    public Board board(List<Happening> happenings) {
        return board(1, happenings);
    }

    public Board board(long version, List<Happening> happenings) {
        var parts =
                List.of(part(DISKS, disks, "Infrastructure", disksFor), part(LOGIN, "Login", "Platform", List.of()));
        return board(version, parts, happenings);
    }

    /** With many components, which share incidents out among them. */
    public Board crowd(int components, List<Happening> happenings) {
        var parts = IntStream.range(0, components)
                .mapToObj(i -> part(new UUID(4, i), "Component " + i, "Group " + i / 6, List.of()))
                .toList();
        var shared = IntStream.range(0, happenings.size())
                .mapToObj(i -> on(parts.get(i % components), happenings.get(i)))
                .toList();
        return board(1, parts, shared);
    }

    private static Happening on(Part part, Happening happening) {
        return new Happening(
                happening.id(),
                happening.sort(),
                happening.name(),
                happening.wording(),
                happening.began(),
                happening.ended(),
                happening.phase(),
                List.of(new Effect(part.id(), SLOW, happening.severity())),
                happening.notes());
    }

    private Board board(long version, List<Part> parts, List<Happening> happenings) {
        var page = new Page(
                "status",
                "page",
                new Wording("Our cloud", "How it fares.", Map.of()),
                List.of("en", "de"),
                ZoneId.of("Europe/Berlin"),
                "",
                "",
                "Somebody\n\nhttps://example.org/imprint",
                visibleTo,
                90,
                List.of(new PhaseList(1, List.of("Scheduled", "Investigation ongoing", "Done"))),
                severities);
        var slow = new Kind(SLOW, "slow", new Wording("Performance degradation", "", Map.of()));
        return new Board(version, page, parts, List.of(slow), happenings);
    }

    private static Part part(UUID id, String name, String group, List<String> visibleTo) {
        return new Part(id, name, new Wording(name, "", Map.of()), group, 0, Map.of(), List.of(), visibleTo);
    }
}
