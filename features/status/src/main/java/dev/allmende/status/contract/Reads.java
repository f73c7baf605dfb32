package dev.allmende.status.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.allmende.api.status.StatusPageSpec.PhaseList;
import dev.allmende.api.status.StatusPageSpec.Severity;
import dev.allmende.status.board.Board;
import dev.allmende.status.board.Happening;
import dev.allmende.status.board.Note;
import dev.allmende.status.board.Part;
import dev.allmende.status.contract.Target.All;
import dev.allmende.status.contract.Target.One;
import dev.allmende.status.view.Ask;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The GET operations of the contract. */
final class Reads {

    private static final int LAST_GENERATION = 1_000_000;

    private final InstantSource clock;

    Reads(InstantSource clock) {
        this.clock = clock;
    }

    Kept answer(Ask ask, Target target, Shelf shelf) {
        var query = new Parameters(ask);
        var board = shelf.board();
        return switch (target) {
            case All all -> list(query, all, shelf);
            case One one -> data(one(query, one, board));
            case Target.Updates of ->
                list(query, Find.happening(board, of.incident()).notes(), Reads::key, Shapes::note);
            case Target.Update of -> data(Shapes.note(Find.note(board, of.incident(), of.order())));
        };
    }

    private Kept list(Parameters query, All all, Shelf shelf) {
        var board = shelf.board();
        return switch (all.of()) {
            case PHASES -> data(Shapes.phases(phases(query, board)));
            case IMPACT_TYPES -> list(query, board.kinds(), kind -> kind.id().toString(), Shapes::kind);
            case SEVERITIES -> list(query, board.page().severities().ranges(), Severity::displayName, Shapes::severity);
            case COMPONENTS -> components(query, shelf);
            case INCIDENTS -> incidents(query, shelf);
        };
    }

    /** Without any, the generation 0, which nobody can refer to. */
    private static PhaseList phases(Parameters query, Board board) {
        return query.number("generation", 1, LAST_GENERATION)
                .map(generation -> board.page()
                        .phases(generation)
                        .orElseThrow(() -> Refused.of(404, "phases have no generation " + generation)))
                .orElseGet(() -> board.page().newestPhases().orElseGet(() -> new PhaseList(0, List.of())));
    }

    private Kept components(Parameters query, Shelf shelf) {
        var at = query.time("at").orElseGet(clock::instant);
        Function<Part, JsonNode> shape = part -> Shapes.part(part, shelf.board(), at);
        var paging = Paging.of(query);
        return shelf.kept(
                new Shelf.Key(shelf.moment(at), paging),
                () -> page(paging, shelf.board().parts(), Reads::key, shape));
    }

    private Kept incidents(Parameters query, Shelf shelf) {
        var start = query.neededTime("start");
        var end = query.neededTime("end");
        if (end.isBefore(start)) {
            throw Refused.parameter("end", "end lies before start");
        }
        var paging = Paging.of(query);
        return shelf.kept(
                new Shelf.Key(shelf.range(start, end), paging),
                () -> page(paging, shelf.between(start, end), Reads::key, Shapes::happening));
    }

    private JsonNode one(Parameters query, One one, Board board) {
        return switch (one.of()) {
            case IMPACT_TYPES -> Shapes.kind(Find.kind(board, one.key()));
            case SEVERITIES -> Shapes.severity(Find.severity(board, one.key()));
            case COMPONENTS ->
                Shapes.part(Find.part(board, one.key()), board, query.time("at").orElseGet(clock::instant));
            case INCIDENTS -> Shapes.happening(Find.happening(board, one.key()));
            case PHASES -> throw Refused.of(404, "phases are a list");
        };
    }

    private static String key(Part part) {
        return part.id().toString();
    }

    private static String key(Happening happening) {
        return happening.id().toString();
    }

    private static String key(Note note) {
        return Integer.toString(note.order());
    }

    private static <T> Kept list(Parameters query, List<T> all, Function<T, String> key, Function<T, JsonNode> shape) {
        return page(Paging.of(query), all, key, shape);
    }

    private static <T> Kept page(Paging paging, List<T> all, Function<T, String> key, Function<T, JsonNode> shape) {
        var cut = paging.cut(all, key);
        return Kept.of(join(cut.items().stream().map(shape)), cut.last());
    }

    /** Item by item, so that a long list is never a tree. */
    private static byte[] join(Stream<JsonNode> items) {
        var text = new StringBuilder("{\"data\":[");
        items.forEach(item -> text.append(text.length() > 9 ? "," : "").append(item));
        return text.append("]}").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Kept data(JsonNode data) {
        var json = JsonNodeFactory.instance.objectNode();
        json.set("data", data);
        return Kept.of(json.toString().getBytes(StandardCharsets.UTF_8), "");
    }
}
