package dev.allmende.status.page;

import dev.allmende.status.board.Board;
import dev.allmende.status.view.Ask;
import dev.allmende.status.view.BoardView;
import dev.allmende.status.view.Reply;
import dev.allmende.status.view.View;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Views whose answers are given again, with an ETag and packed, until the board changes or their minute is over. */
public final class Kept implements View {

    private final List<BoardView> views;
    private final InstantSource clock;
    private final Shelf shelf = new Shelf();

    /** @param views asked in this order */
    public Kept(List<BoardView> views, InstantSource clock) {
        this.views = List.copyOf(views);
        this.clock = clock;
    }

    @Override
    public Optional<Reply> answer(Ask ask, String rest, Board board) {
        // Only a name with an ending is theirs: pages go by without a search.
        if (!ask.isRead() || rest.indexOf('.') < 0) {
            return Optional.empty();
        }
        var now = clock.instant();
        return shelf.get(
                        key(ask, rest, board),
                        board.version(),
                        now,
                        () -> make(ask, rest, board)
                                .map(reply -> Shelf.Copy.of(board.version(), Shelf.until(board, now), reply)))
                .map(copy -> Shelf.reply(copy, ask).with("Cache-Control", "no-cache"));
    }

    private Optional<Reply> make(Ask ask, String rest, Board board) {
        return views.stream()
                .flatMap(view -> view.answer(ask, rest, board).stream())
                .findFirst();
    }

    /** Feeds name themselves by the address that they are asked at. */
    private static Shelf.Key key(Ask ask, String rest, Board board) {
        var page = board.page();
        var place = String.join(
                "\n",
                rest,
                Tongue.of(ask, page.languages()).language(),
                ask.path(),
                ask.header("host"),
                ask.header("x-forwarded-proto"));
        return new Shelf.Key(page.namespace(), place);
    }
}
