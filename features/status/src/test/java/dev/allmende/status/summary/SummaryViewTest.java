package dev.allmende.status.summary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.allmende.status.Sketch;
import dev.allmende.status.board.Board;
import dev.allmende.status.view.Ask;
import dev.allmende.status.view.Reply;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SummaryViewTest {

    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");

    private final SummaryView view = new SummaryView(() -> NOON);
    private final Sketch sketch = new Sketch();

    private Optional<Reply> ask(Board board) {
        var ask = new Ask("GET", "/status/status/summary.json", Map.of(), Map.of(), new byte[0], "");
        return view.answer(ask, "summary.json", board);
    }

    private JsonNode summary(Board board) throws IOException {
        return new ObjectMapper().readTree(ask(board).orElseThrow().body());
    }

    @Test
    void whatIsTheMatterNowIsListed() throws IOException {
        var now = sketch.incident(NOON.minusSeconds(60), null, 50);
        var over = sketch.incident(NOON.minusSeconds(60), NOON, 50);
        var ongoing = summary(sketch.board(List.of(now, over))).at("/ongoing");
        assertThat(ongoing).hasSize(1);
        assertThat(ongoing.at("/0/id").asText()).isEqualTo(now.id().toString());
        assertThat(ongoing.at("/0/severity").asInt()).isEqualTo(50);
    }

    @Test
    void whatIsForSomeGroupsIsNotInIt() throws IOException {
        var board = sketch.disksOnlyFor("staff").board(List.of(sketch.incident(NOON.minusSeconds(60), null, 50)));
        assertThat(summary(board).at("/components")).hasSize(1);
        assertThat(summary(board).at("/ongoing")).isEmpty();
    }

    @Test
    void aPageForSomeGroupsHasNoneForEverybody() {
        assertThat(ask(sketch.pageOnlyFor("staff").board(List.of()))).isEmpty();
    }
}
