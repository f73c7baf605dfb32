package dev.allmende.status.summary;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.api.status.StatusPageSpec.Severity;
import dev.allmende.status.board.Board;
import dev.allmende.status.view.Ask;
import dev.allmende.status.view.BoardView;
import dev.allmende.status.view.Reply;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/**
 * {@code summary.json}: name of the page, and each component with the severity that it suffers now (null: nothing affects
 * it; 0: maintenance) and the word for it; and what is the matter now.
 */
public final class SummaryView implements BoardView {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final InstantSource clock;

    public SummaryView(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public Optional<Reply> answer(Ask ask, String rest, Board board) {
        if (!ask.isRead()
                || !rest.equals("summary.json")
                || !board.page().visibleTo().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Reply.json(200, write(of(board.seenBy(Set.of()), clock.instant()))));
    }

    static ObjectNode of(Board board, Instant now) {
        var summary = JsonNodeFactory.instance.objectNode();
        summary.put("name", board.page().wording().name());
        summary.put("time", now.toString());
        var components = summary.putArray("components");
        for (var part : board.parts()) {
            var severity = board.severity(part.id(), now);
            var component = components.addObject();
            component.put("id", part.id().toString());
            component.put("displayName", part.wording().name());
            component.put("group", part.group());
            component.put("severity", severity.orElse(null));
            component.put("status", severity.map(value -> word(board, value)).orElse("operational"));
        }
        var ongoing = summary.putArray("ongoing");
        board.happenings().stream().filter(each -> each.isActiveAt(now)).forEach(each -> {
            var happening = ongoing.addObject();
            happening.put("id", each.id().toString());
            happening.put("displayName", each.wording().name());
            happening.put("maintenance", each.isMaintenance());
            happening.put("severity", each.severity());
        });
        return summary;
    }

    private static String word(Board board, int severity) {
        return severity == 0
                ? "maintenance"
                : board.page()
                        .severities()
                        .of(severity)
                        .map(Severity::displayName)
                        .orElse("unknown");
    }

    private static byte[] write(ObjectNode summary) {
        try {
            return JSON.writeValueAsBytes(summary);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
