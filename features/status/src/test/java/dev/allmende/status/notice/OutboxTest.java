package dev.allmende.status.notice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.api.status.MaintenanceState;
import dev.allmende.api.status.Translation;
import dev.allmende.status.board.Board;
import dev.allmende.status.board.Happening;
import dev.allmende.status.board.Note;
import dev.allmende.status.board.Page;
import dev.allmende.status.board.Severities;
import dev.allmende.status.board.Wording;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OutboxTest {

    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");

    private static Board board(Happening... happenings) {
        var page = new Page(
                "home",
                "page",
                new Wording("Cloud", "", Map.of()),
                List.of("en", "de"),
                ZoneId.of("Europe/Berlin"),
                "",
                "",
                "",
                List.of(),
                90,
                List.of(),
                Severities.USUAL);
        return new Board(1, page, List.of(), List.of(), List.of(happenings));
    }

    private static Happening incident(@Nullable Instant ended, int notes) {
        return new Happening(
                new UUID(0, 1),
                Happening.Sort.INCIDENT,
                "disks",
                new Wording("Disks", "are slow", Map.of("de", new Translation("de", "Platten", "sind langsam"))),
                NOON.minusSeconds(600),
                ended,
                null,
                List.of(),
                IntStream.range(0, notes)
                        .mapToObj(order -> new Note(order, new Wording("", "note " + order, Map.of()), NOON))
                        .toList());
    }

    private static Happening window(MaintenanceState state, Instant start, boolean moved, @Nullable Duration lead) {
        var end = start.plus(Duration.ofHours(2));
        return new Happening(
                new UUID(0, 2),
                Happening.Sort.MAINTENANCE,
                "switches",
                new Wording("Switches", "", Map.of()),
                start,
                end,
                null,
                List.of(),
                List.of(),
                new Happening.Plan("2026", state, start, end, "", "", 1, moved, Optional.ofNullable(lead)));
    }

    private static List<Event> due(Board board, List<String> told) {
        return Outbox.due(Newsroom.at(board, NOON), told).stream()
                .map(each -> each.news().event())
                .toList();
    }

    private static List<String> ids(Board board) {
        return Newsroom.at(board, NOON).stream().map(News::id).toList();
    }

    @Test
    void whoKnowsNothingOfAnIncidentIsToldHowItStandsInOneMessage() {
        assertThat(due(board(incident(null, 3)), List.of())).containsExactly(Event.INCIDENT_MADE);
        assertThat(due(board(incident(NOON, 3)), List.of())).containsExactly(Event.INCIDENT_RESOLVED);
        var due = Outbox.due(Newsroom.at(board(incident(null, 3)), NOON), List.of());
        assertThat(due(board(incident(null, 3)), due.getFirst().settled())).isEmpty();
    }

    @Test
    void whoKnowsOfItIsToldAllThatCameSinceInOrder() {
        var told = ids(board(incident(null, 1)));
        assertThat(due(board(incident(NOON, 3)), told))
                .containsExactly(Event.INCIDENT_UPDATED, Event.INCIDENT_UPDATED, Event.INCIDENT_RESOLVED);
    }

    @Test
    void anIncidentThatComesBackMayBeResolvedAgain() {
        var resolved = board(incident(NOON, 0));
        var told = Outbox.with(ids(board(incident(null, 0))), ids(resolved));
        assertThat(due(resolved, told)).isEmpty();
        var kept = Outbox.keep(told, Newsroom.at(board(incident(null, 0)), NOON), Set.of());
        assertThat(due(resolved, kept)).containsExactly(Event.INCIDENT_RESOLVED);
    }

    @Test
    void whatEndedLongAgoIsNoNewsAndIsForgotten() {
        var old = board(incident(NOON.minus(Duration.ofDays(8)), 0));
        assertThat(Newsroom.at(old, NOON)).isEmpty();
        assertThat(Outbox.keep(List.of("begun", "x.new"), List.of(), Set.of("begun")))
                .containsExactly("begun");
    }

    @Test
    void aWindowIsAnnouncedOncePerLeadTimeAndMovesBeginsAndEndAreTold() {
        var later = NOON.plus(Duration.ofDays(2));
        var first = board(window(MaintenanceState.ANNOUNCED, later, false, Duration.ofDays(3)));
        assertThat(due(first, List.of())).containsExactly(Event.MAINTENANCE_ANNOUNCED);
        assertThat(due(first, ids(first))).isEmpty();
        assertThat(due(board(window(MaintenanceState.ANNOUNCED, later, false, Duration.ofHours(1))), ids(first)))
                .containsExactly(Event.MAINTENANCE_ANNOUNCED);
        assertThat(due(board(window(MaintenanceState.ANNOUNCED, later, true, Duration.ofDays(3))), ids(first)))
                .containsExactly(Event.MAINTENANCE_MOVED);
        assertThat(due(board(window(MaintenanceState.IN_PROGRESS, NOON, false, Duration.ofDays(3))), ids(first)))
                .containsExactly(Event.MAINTENANCE_STARTED);
        assertThat(due(board(window(MaintenanceState.COMPLETED, NOON, false, null)), ids(first)))
                .containsExactly(Event.MAINTENANCE_ENDED);
        assertThat(due(board(window(MaintenanceState.CANCELLED, NOON, false, null)), ids(first)))
                .containsExactly(Event.MAINTENANCE_CANCELLED);
    }

    @Test
    void whoWasToldNothingOfAWindowIsNotToldThatItIsCalledOff() {
        assertThat(due(board(window(MaintenanceState.CANCELLED, NOON, false, null)), List.of()))
                .isEmpty();
        assertThat(due(board(window(MaintenanceState.SCHEDULED, NOON, false, null)), List.of()))
                .isEmpty();
    }

    @Test
    void aMessageIsInTheLanguageOfTheSubscriber() {
        var board = board(incident(null, 0));
        var news = Newsroom.at(board, NOON).getFirst();
        var english = new Writer(board, "https://status.example.org/", "en", part -> true).write(news);
        assertThat(english.subject()).isEqualTo("[Cloud] New: Disks");
        assertThat(english.text()).contains("are slow", "2026-11-26 12:50 CET (2026-11-26 11:50 UTC)");
        var german = new Writer(board, "https://status.example.org/", "de", part -> true).write(news);
        assertThat(german.subject()).isEqualTo("[Cloud] Neu: Platten");
        assertThat(german.id()).isEqualTo(english.id());
    }
}
