package dev.allmende.status.view;

import dev.allmende.status.board.Board;
import dev.allmende.status.board.Happening;
import dev.allmende.status.board.Part;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What everybody may see of a board. */
public final class Open {

    private Open() {}

    /** Without components for some groups only, and without what affects none but those. */
    public static Board board(Board board) {
        var parts = board.parts().stream()
                .filter(part -> part.visibleTo().isEmpty())
                .toList();
        if (parts.size() == board.parts().size()) {
            return board;
        }
        var open = parts.stream().map(Part::id).collect(Collectors.toSet());
        var happenings = board.happenings().stream()
                .filter(each -> each.effects().isEmpty() || isOpen(each, open))
                .toList();
        return new Board(board.version(), board.page(), parts, board.kinds(), happenings);
    }

    private static boolean isOpen(Happening happening, Set<UUID> open) {
        return happening.effects().stream().anyMatch(effect -> open.contains(effect.part()));
    }
}
