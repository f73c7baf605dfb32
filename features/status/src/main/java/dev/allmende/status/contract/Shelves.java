package dev.allmende.status.contract;

import dev.allmende.status.board.Board;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** The shelf of each page, for each circle of readers that sees something else of it. */
final class Shelves {

    private record Row(long version, Map<Set<String>, Shelf> shelves) {}

    private final Map<String, Row> rows = new ConcurrentHashMap<>();

    /** @param groups of the reader; none for strangers */
    Shelf of(Board board, Set<String> groups) {
        var circle = new TreeSet<>(groups);
        circle.retainAll(board.circles());
        var row = rows.compute(
                board.page().namespace(),
                (namespace, old) -> old != null && old.version() == board.version()
                        ? old
                        : new Row(board.version(), new HashMap<>()));
        synchronized (row) {
            return row.shelves().computeIfAbsent(circle, seen -> new Shelf(board.seenBy(seen)));
        }
    }
}
