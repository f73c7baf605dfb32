package dev.allmende.server.shell.draft;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.server.shell.resource.Manifest;

/** Writes an object into a form. What its shapes cannot hold, {@link Fitting} finds before. */
final class Filling {

    private final Values values = new Values();

    private Filling() {}

    static Values of(Shape shape, JsonNode object) {
        var filling = new Filling();
        filling.fill(shape, "", object);
        return filling.values;
    }

    private void fill(Shape shape, String path, JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return;
        }
        switch (shape) {
            case Shape.Fields fields -> {
                for (var property : fields.properties()) {
                    fill(property.shape(), below(path, property.name()), value.path(property.name()));
                }
            }
            case Shape.Rows rows -> {
                values.setCount(path, value.size());
                for (int i = 0; i < value.size(); i++) {
                    fill(rows.item(), Values.row(path, i), value.path(i));
                }
            }
            case Shape.Pairs pairs -> {
                values.setCount(path, value.size());
                int i = 0;
                for (var pair : value.properties()) {
                    var row = Values.row(path, i++);
                    values.put(Values.key(row), pair.getKey());
                    fill(pairs.value(), Values.value(row), pair.getValue());
                }
            }
            case Shape.Lines _ ->
                values.put(
                        path,
                        String.join(
                                "\n", value.valueStream().map(JsonNode::asText).toList()));
            case Shape.Named named -> values.put(path, named.isBare() ? value.asText() : Json.string(value, "name"));
            case Shape.Yaml _ -> values.put(path, Manifest.text(value));
            case Shape.Text _, Shape.Choice _, Shape.Flag _, Shape.Amount _ -> values.put(path, value.asText());
        }
    }

    static String below(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
