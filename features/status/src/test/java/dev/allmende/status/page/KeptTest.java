package dev.allmende.status.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.status.Sketch;
import dev.allmende.status.board.Board;
import dev.allmende.status.view.Ask;
import dev.allmende.status.view.BoardView;
import dev.allmende.status.view.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeptTest {

    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");

    private final Sketch sketch = new Sketch();
    private Instant now = NOON;
    private int made;
    private final BoardView counter = (ask, rest, board) ->
            rest.equals("count.txt") ? Optional.of(Reply.text(200, "made " + ++made)) : Optional.empty();
    private final Kept kept = new Kept(List.of(counter), () -> now);

    private Optional<Reply> ask(Board board, String rest, Map<String, String> headers) {
        return kept.answer(
                new Ask("GET", "/status/status/" + rest, Map.of(), headers, new byte[0], "127.0.0.1"), rest, board);
    }

    private String count(Board board, Map<String, String> headers) {
        return new String(ask(board, "count.txt", headers).orElseThrow().body(), StandardCharsets.UTF_8);
    }

    @Test
    void anAnswerIsGivenAgainUntilTheBoardChangesOrSomethingBeginsOrTheMinuteIsOver() {
        var board = sketch.board(1, List.of(sketch.incident(NOON.plusSeconds(20), null, 100)));
        assertThat(count(board, Map.of())).isEqualTo("made 1");
        now = NOON.plusSeconds(19);
        assertThat(count(board, Map.of())).isEqualTo("made 1");
        now = NOON.plusSeconds(20);
        assertThat(count(board, Map.of())).isEqualTo("made 2");
        now = NOON.plusSeconds(59);
        assertThat(count(board, Map.of())).isEqualTo("made 2");
        assertThat(count(sketch.board(2, board.happenings()), Map.of())).isEqualTo("made 3");
        now = NOON.plusSeconds(60);
        assertThat(count(sketch.board(2, board.happenings()), Map.of())).isEqualTo("made 4");
    }

    @Test
    void languagesAndHostsAreKeptApart() {
        var board = sketch.board(List.of());
        assertThat(count(board, Map.of())).isEqualTo("made 1");
        assertThat(count(board, Map.of("accept-language", "de"))).isEqualTo("made 2");
        assertThat(count(board, Map.of("host", "status.example"))).isEqualTo("made 3");
        assertThat(count(board, Map.of("accept-language", "en-GB"))).isEqualTo("made 1");
    }

    @Test
    void whoHasItIsToldSoAndWhatIsNotThereStaysSo() {
        var board = sketch.board(List.of());
        var first = ask(board, "count.txt", Map.of()).orElseThrow();
        var again = ask(
                        board,
                        "count.txt",
                        Map.of("if-none-match", String.valueOf(first.headers().get("ETag"))))
                .orElseThrow();
        assertThat(again.code()).isEqualTo(304);
        assertThat(ask(board, "other.txt", Map.of())).isEmpty();
    }
}
