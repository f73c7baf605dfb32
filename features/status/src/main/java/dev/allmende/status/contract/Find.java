package dev.allmende.status.contract;

import dev.allmende.api.status.StatusPageSpec.Severity;
import dev.allmende.status.board.Board;
import dev.allmende.status.board.Happening;
import dev.allmende.status.board.Ids;
import dev.allmende.status.board.Kind;
import dev.allmende.status.board.Note;
import dev.allmende.status.board.Part;

/** What a path names on a board; 404 when it is not there. */
final class Find {

    private Find() {}

    static Kind kind(Board board, String id) {
        return Ids.read(id).flatMap(board::kind).orElseThrow(() -> missing("impact type", id));
    }

    static Part part(Board board, String id) {
        return Ids.read(id).flatMap(board::part).orElseThrow(() -> missing("component", id));
    }

    static Happening happening(Board board, String id) {
        return Ids.read(id).flatMap(board::happening).orElseThrow(() -> missing("incident", id));
    }

    static Severity severity(Board board, String name) {
        return board.page().severities().ranges().stream()
                .filter(severity -> severity.displayName().equals(name))
                .findFirst()
                .orElseThrow(() -> missing("severity", name));
    }

    static Note note(Board board, String incident, String order) {
        return happening(board, incident).notes().stream()
                .filter(note -> Integer.toString(note.order()).equals(order))
                .findFirst()
                .orElseThrow(() -> missing("update", order));
    }

    private static Refused missing(String what, String key) {
        return Refused.of(404, "there is no %s %s".formatted(what, key));
    }
}
