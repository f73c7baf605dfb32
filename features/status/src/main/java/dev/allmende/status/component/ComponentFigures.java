package dev.allmende.status.component;

import dev.allmende.kit.Exposition;
import dev.allmende.status.board.Boards;
import dev.allmende.status.board.Happening;
import dev.allmende.status.board.Part;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How components fare, as readers of the pages see it, under names that stay. */
public final class ComponentFigures {

    private static final String SEVERITY = "allmende_component_severity";
    private static final String MAINTENANCE = "allmende_component_maintenance";

    private final Boards boards;
    private final InstantSource clock;

    public ComponentFigures(Boards boards, InstantSource clock) {
        this.boards = boards;
        this.clock = clock;
    }

    public String text() {
        var now = clock.instant();
        Map<String, Integer> severity = new TreeMap<>();
        Map<String, Integer> maintenance = new TreeMap<>();
        for (var namespace : boards.namespaces()) {
            boards.find(namespace).ifPresent(board -> {
                for (var part : board.parts()) {
                    var labels = labels(namespace, part);
                    severity.put(labels, board.severity(part.id(), now).orElse(0));
                    var sorts =
                            board.active(part.id(), now).map(Happening::sort).collect(Collectors.toSet());
                    maintenance.put(labels, sorts.contains(Happening.Sort.MAINTENANCE) ? 1 : 0);
                }
            });
        }
        var text = new Exposition();
        text.head(SEVERITY, "gauge", "The worst that affects a component now, 0 to 100.");
        severity.forEach((labels, value) -> text.line(SEVERITY, labels, value.toString()));
        text.head(MAINTENANCE, "gauge", "Whether a component is under maintenance (1) or not (0).");
        maintenance.forEach((labels, value) -> text.line(MAINTENANCE, labels, value.toString()));
        return text.text();
    }

    private static String labels(String namespace, Part part) {
        return "namespace=\"%s\",component=\"%s\"".formatted(namespace, part.name());
    }
}
