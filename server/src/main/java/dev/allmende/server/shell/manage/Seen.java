package dev.allmende.server.shell.manage;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.api.status.Component;
import dev.allmende.api.status.ImpactType;
import dev.allmende.api.status.Incident;
import dev.allmende.api.status.Maintenance;
import dev.allmende.api.status.StatusPage;
import dev.allmende.apiserver.json.Json;
import dev.allmende.server.shell.page.Reader;
import dev.allmende.status.board.BoardReader;
import dev.allmende.status.page.Preview;
import dev.allmende.status.page.Reading.Story;
import java.util.List;

/** What readers of the public page will see of an object, in each language that it has. */
final class Seen {

    private Seen() {}

    /** @param stories none: readers see nothing of it */
    public record View(String language, List<Story> stories) {}

    /** @param written as the API would store it */
    static List<View> views(Reader reader, ObjectNode written) {
        var now = reader.clock().source().instant();
        return Offers.all(reader, "statuspages", StatusPage.class).stream()
                .limit(1)
                .map(page -> resources(reader, page, written))
                .flatMap(resources -> Offers.languages(reader).stream()
                        .filter(Preview::isSpoken)
                        .map(language -> new View(language, Preview.of(resources, now, language))))
                .toList();
    }

    private static BoardReader.Resources resources(Reader reader, StatusPage page, ObjectNode written) {
        boolean isIncident = Json.string(written, "kind").equals("Incident");
        return new BoardReader.Resources(
                page,
                Offers.all(reader, "components", Component.class),
                Offers.all(reader, "impacttypes", ImpactType.class),
                isIncident ? List.of(Offers.typed(written, Incident.class)) : List.of(),
                isIncident ? List.of() : List.of(Offers.typed(written, Maintenance.class)));
    }
}
