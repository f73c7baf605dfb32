package dev.allmende.status.notice;

import dev.allmende.api.status.MaintenanceState;
import dev.allmende.status.board.Board;
import dev.allmende.status.board.Happening;
import dev.allmende.status.board.Ids;
import dev.allmende.status.board.Note;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What is news at a time: a function of the board alone, so that it is the same after a crash. What ended more than a week
 * ago is none.
 */
public final class Newsroom {

    static final Duration RECENT = Duration.ofDays(7);

    private static final int DIGEST = 9;

    private final Board board;
    private final Instant now;
    private final Map<String, UUID> currentWindows = new HashMap<>();

    private Newsroom(Board board, Instant now) {
        this.board = board;
        this.now = now;
        board.happenings().stream()
                .filter(each -> each.plan() != null && !each.plan().state().isOver())
                .sorted(Comparator.comparing(
                        each -> each.plan() == null ? Instant.MAX : each.plan().start()))
                .forEach(each -> currentWindows.putIfAbsent(each.name(), each.id()));
    }

    /** By what they tell of, in the order that it came about. */
    public static List<News> at(Board board, Instant now) {
        var room = new Newsroom(board, now);
        return board.happenings().stream()
                .filter(room::isRecent)
                .flatMap(each -> (each.plan() == null ? room.incident(each) : room.window(each, each.plan())).stream())
                .toList();
    }

    private boolean isRecent(Happening happening) {
        return happening.ended() == null || happening.ended().isAfter(now.minus(RECENT));
    }

    private List<News> incident(Happening incident) {
        var thread = thread(incident.id().toString());
        var all = new ArrayList<News>();
        boolean over = incident.ended() != null && !incident.ended().isAfter(now);
        if (!over) {
            all.add(news(thread, "new", thread, Event.INCIDENT_MADE, incident));
        }
        for (var note : incident.notes()) {
            all.add(update(thread, thread, Event.INCIDENT_UPDATED, incident, note));
        }
        if (over) {
            all.add(news(thread, RESOLVED, thread, Event.INCIDENT_RESOLVED, incident));
        }
        return all;
    }

    /** Code of the news that may become untrue: an incident may come back. */
    static final String RESOLVED = "resolved";

    private List<News> window(Happening window, Happening.Plan plan) {
        var thread = thread(window.id().toString());
        var all = new ArrayList<News>();
        plan.announced().filter(lead -> isAhead(plan)).ifPresent(lead -> {
            all.add(news(thread, "lead" + lead.toMinutes(), thread, Event.MAINTENANCE_ANNOUNCED, window));
        });
        if (plan.isMoved() && !plan.state().isOver()) {
            var code =
                    "to" + plan.start().getEpochSecond() / 60 + "-" + plan.end().getEpochSecond() / 60;
            all.add(news(thread, code, thread, Event.MAINTENANCE_MOVED, window));
        }
        if (plan.state().isRunning()) {
            all.add(news(thread, "start", thread, Event.MAINTENANCE_STARTED, window));
        }
        all.addAll(updates(window, thread));
        if (plan.state() == MaintenanceState.COMPLETED) {
            all.add(news(thread, "end", thread, Event.MAINTENANCE_ENDED, window));
        }
        if (plan.state() == MaintenanceState.CANCELLED) {
            all.add(news(thread, "off", thread, Event.MAINTENANCE_CANCELLED, window));
        }
        return all;
    }

    private static boolean isAhead(Happening.Plan plan) {
        return !plan.state().isOver() && !plan.state().isRunning();
    }

    /** All windows of a series share the updates: they are news of the one that runs or comes next. */
    private List<News> updates(Happening window, String thread) {
        if (!window.id().equals(currentWindows.get(window.name()))) {
            return List.of();
        }
        var series = thread(board.page().namespace() + "/" + window.name());
        return window.notes().stream()
                .filter(note -> note.createdAt().isAfter(now.minus(RECENT)))
                .map(note -> update(series, thread, Event.MAINTENANCE_UPDATED, window, note))
                .toList();
    }

    private static News news(String prefix, String code, String thread, Event event, Happening happening) {
        return new News(prefix + "." + code, thread, event, happening, Optional.empty());
    }

    private static News update(String prefix, String thread, Event event, Happening happening, Note note) {
        return new News(prefix + ".update" + note.order(), thread, event, happening, Optional.of(note));
    }

    /** 72 bits of a digest, so that many fit into a status. */
    private static String thread(String of) {
        var digest = Ids.digest(of.getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, DIGEST));
    }
}
