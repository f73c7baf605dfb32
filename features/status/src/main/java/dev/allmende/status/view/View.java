package dev.allmende.status.view;

import dev.allmende.status.board.Board;
import java.util.Optional;

/** A way to see a page: HTML, the SCS status API, feeds, badges. */
public interface View {

    /**
     * @param rest of the path, below the page's root, without the slash before it; empty for the root itself
     * @return empty when the path is another view's
     */
    Optional<Reply> answer(Ask ask, String rest, Board board) throws InterruptedException;
}
