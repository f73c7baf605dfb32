package dev.allmende.status.impact;

import dev.allmende.api.status.MaintenanceState;
import dev.allmende.status.board.Board;
import dev.allmende.status.board.Happening;
import dev.allmende.status.board.Part;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What of a page decides how results are judged: dependencies of components, and windows of maintenance. Pure. */
final class Scene {

    private Scene() {}

    static Verdicts of(Board board) {
        return new Verdicts(
                board.parts().stream()
                        .collect(Collectors.toMap(Part::name, part -> needs(part, board), (first, other) -> first)),
                windows(board));
    }

    private static Set<String> needs(Part part, Board board) {
        return part.dependsOn().stream()
                .flatMap(id -> board.part(id).stream())
                .map(Part::name)
                .collect(Collectors.toSet());
    }

    private static List<Window> windows(Board board) {
        return board.happenings().stream()
                .filter(Happening::isMaintenance)
                .flatMap(happening -> window(happening, board).stream())
                .toList();
    }

    /** As it was planned, since what lasts longer is no maintenance any more; empty for one that was called off. */
    private static Optional<Window> window(Happening happening, Board board) {
        var plan = happening.plan();
        var begin = plan == null ? happening.began() : plan.start();
        var end = plan == null ? happening.ended() : plan.end();
        if (begin == null || end == null || (plan != null && plan.state() == MaintenanceState.CANCELLED)) {
            return Optional.empty();
        }
        Map<String, Integer> expected = new HashMap<>();
        for (var effect : happening.effects()) {
            board.part(effect.part()).ifPresent(part -> expected.put(part.name(), effect.severity()));
        }
        return Optional.of(new Window(happening.name(), begin, end, expected));
    }
}
