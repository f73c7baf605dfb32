package dev.allmende.status.view;

import dev.allmende.status.board.Board;
import java.util.Optional;

/** A view of the board, the time and the language alone: it waits for nothing, so that its answers may be kept. */
public interface BoardView extends View {

    @Override
    Optional<Reply> answer(Ask ask, String rest, Board board);
}
