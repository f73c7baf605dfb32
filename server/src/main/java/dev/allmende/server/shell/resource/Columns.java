package dev.allmende.server.shell.resource;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.apiserver.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The columns of a table that are shown: those that kubectl shows, without name and age, which every table has anyway. */
record Columns(List<Column> shown) {

    private static final Set<String> EVERYWHERE = Set.of("Name", "Age", "Created At");

    /** @param index among the cells of a row */
    record Column(String name, int index) {}

    static Columns of(JsonNode definitions) {
        List<Column> shown = new ArrayList<>();
        int index = 0;
        for (var definition : definitions) {
            var name = Json.string(definition, "name");
            boolean isName = Json.string(definition, "format").equals("name");
            if (definition.path("priority").asInt() == 0 && !isName && !EVERYWHERE.contains(name)) {
                shown.add(new Column(name, index));
            }
            index++;
        }
        return new Columns(shown);
    }

    List<String> names() {
        return shown.stream().map(Column::name).toList();
    }
}
