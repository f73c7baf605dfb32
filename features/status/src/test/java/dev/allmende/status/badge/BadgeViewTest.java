package dev.allmende.status.badge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.status.Sketch;
import dev.allmende.status.board.Board;
import dev.allmende.status.view.Ask;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

class BadgeViewTest {

    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");

    private final BadgeView view = new BadgeView(() -> NOON);
    private final Sketch sketch = new Sketch();

    private String label(Board board, String rest, String language) throws Exception {
        var ask = new Ask("GET", rest, Map.of("lang", List.of(language)), Map.of(), new byte[0], "");
        var body = view.answer(ask, rest, board).orElseThrow().body();
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(body))
                .getDocumentElement()
                .getAttribute("aria-label");
    }

    @Test
    void aBadgeSaysTheStateInWords() throws Exception {
        var board = sketch.named("<Disks & \"more\">").board(List.of(sketch.incident(NOON, null, 100)));
        assertThat(label(board, "badge.svg", "en")).isEqualTo("Our cloud: broken");
        assertThat(label(board, "badge.svg", "de")).isEqualTo("Our cloud: gestört");
        assertThat(label(board, "component/" + Sketch.DISKS + ".svg", "en")).isEqualTo("<Disks & \"more\">: broken");
        assertThat(label(board, "component/" + Sketch.LOGIN + ".svg", "de")).isEqualTo("Login: in Betrieb");
    }
}
