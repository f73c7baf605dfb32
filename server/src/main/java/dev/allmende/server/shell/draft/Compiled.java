package dev.allmende.server.shell.draft;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.server.shell.resource.Manifest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The object that a form says. Empty fields are left out; what is of the wrong type goes to the API as it was typed, which says
 * best what is wrong with it.
 *
 * @param problems with what cannot even be sent
 * @param places where parts of the object stand in the form: empty rows are skipped, so that numbers of rows differ
 */
public record Compiled(ObjectNode object, List<Problem> problems, Map<String, String> places) {

    /** @param text name of a text of the pages */
    public record Problem(String path, String text) {}

    public Compiled {
        problems = List.copyOf(problems);
        places = Map.copyOf(places);
    }

    /**
     * Where in the form a part of the object stands.
     *
     * @param field as the API names it, such as {@code spec.ports[0].name}
     */
    public String place(String field) {
        return places.keySet().stream()
                .filter(part -> field.startsWith(part))
                .max(Comparator.comparingInt(String::length))
                .map(part -> places.get(part) + field.substring(part.length()))
                .orElse(field);
    }

    /** @param before the object as it was, empty for a new one: empty texts, lists and objects stay where there were such */
    public static Compiled of(Shape.Fields shape, Values values, ObjectNode before) {
        var work = new Work(values, new ArrayList<>(), new HashMap<>());
        var object = work.fields(shape, new Spot("", ""), before, true);
        return new Compiled(object instanceof ObjectNode made ? made : Json.object(), work.problems(), work.places());
    }

    /** A value's path in the form, and in the object. */
    private record Spot(String path, String made) {

        Spot below(String name) {
            return new Spot(Filling.below(path, name), Filling.below(made, name));
        }
    }

    private record Work(Values values, List<Problem> problems, Map<String, String> places) {

        private JsonNode value(Shape shape, Spot spot, JsonNode before, boolean isNeeded) {
            var path = spot.path();
            var made = switch (shape) {
                case Shape.Fields fields -> fields(fields, spot, before, isNeeded);
                case Shape.Rows rows -> rows(rows, spot, before);
                case Shape.Pairs pairs -> pairs(pairs, spot, before);
                case Shape.Lines lines -> lines(lines, path);
                case Shape.Named named -> named(named, path);
                case Shape.Yaml _ -> yaml(path);
                case Shape.Text _, Shape.Choice _, Shape.Flag _, Shape.Amount _ -> simple(shape, values.text(path));
            };
            return made.isMissingNode() && isEmpty(before) ? before : made;
        }

        private static boolean isEmpty(JsonNode before) {
            return (before.isTextual() && before.asText().isEmpty()) || (before.isContainerNode() && before.isEmpty());
        }

        /** An object is there when something in it is, or when it is needed; then so are the objects that it must have. */
        private JsonNode fields(Shape.Fields shape, Spot spot, JsonNode before, boolean isNeeded) {
            var object = Json.object();
            for (var property : shape.properties()) {
                var name = property.name();
                var made = value(property.shape(), spot.below(name), before.path(name), false);
                if (!made.isMissingNode()) {
                    object.set(name, made);
                }
            }
            if (object.isEmpty() && !isNeeded) {
                return MissingNode.getInstance();
            }
            for (var property : shape.properties()) {
                if (property.isRequired()
                        && property.shape() instanceof Shape.Fields inner
                        && !object.has(property.name())) {
                    var name = property.name();
                    object.set(name, fields(inner, spot.below(name), before.path(name), true));
                }
            }
            return object;
        }

        private JsonNode rows(Shape.Rows shape, Spot spot, JsonNode before) {
            var array = Json.MAPPER.createArrayNode();
            for (int i = 0; i < values.count(spot.path()); i++) {
                var row = new Spot(Values.row(spot.path(), i), Values.row(spot.made(), array.size()));
                places.put(row.made(), row.path());
                var made = value(shape.item(), row, before.path(i), false);
                if (!made.isMissingNode()) {
                    array.add(made);
                }
            }
            return array.isEmpty() ? MissingNode.getInstance() : array;
        }

        private JsonNode pairs(Shape.Pairs shape, Spot spot, JsonNode before) {
            var object = Json.object();
            for (int i = 0; i < values.count(spot.path()); i++) {
                var row = Values.row(spot.path(), i);
                var key = values.text(Values.key(row)).strip();
                var at = new Spot(Values.value(row), spot.made() + "[" + key + "]");
                places.put(at.made(), at.path());
                var made = value(shape.value(), at, before.path(key), true);
                if (key.isEmpty() && !made.isMissingNode()) {
                    problems.add(new Problem(Values.key(row), "pairWithoutName"));
                } else if (object.has(key)) {
                    problems.add(new Problem(Values.key(row), "pairTwice"));
                } else if (!key.isEmpty()) {
                    object.set(key, made.isMissingNode() ? nothing(shape.value()) : made);
                }
            }
            return object.isEmpty() ? MissingNode.getInstance() : object;
        }

        /** The value of a name that was given alone. */
        private static JsonNode nothing(Shape shape) {
            return switch (shape) {
                case Shape.Rows _, Shape.Lines _ -> Json.MAPPER.createArrayNode();
                case Shape.Fields _, Shape.Pairs _, Shape.Named _ -> Json.object();
                case Shape.Text _, Shape.Choice _, Shape.Flag _, Shape.Amount _, Shape.Yaml _ -> TextNode.valueOf("");
            };
        }

        private JsonNode lines(Shape.Lines shape, String path) {
            ArrayNode array = Json.MAPPER.createArrayNode();
            values.text(path)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .forEach(line -> array.add(simple(shape.item(), line)));
            return array.isEmpty() ? MissingNode.getInstance() : array;
        }

        private JsonNode named(Shape.Named shape, String path) {
            var other = values.text(Values.other(path)).strip();
            var name = other.isEmpty() ? values.text(path).strip() : other;
            if (name.isEmpty()) {
                return MissingNode.getInstance();
            }
            return shape.isBare() ? TextNode.valueOf(name) : Json.object().put("name", name);
        }

        private JsonNode yaml(String path) {
            try {
                return Manifest.read(values.text(path));
            } catch (JsonProcessingException broken) {
                problems.add(new Problem(path, "yamlBroken"));
                return MissingNode.getInstance();
            }
        }

        private static JsonNode simple(Shape shape, String text) {
            if (text.isEmpty()) {
                return MissingNode.getInstance();
            }
            return switch (shape) {
                case Shape.Flag _
                when text.equals("true") || text.equals("false") -> BooleanNode.valueOf(text.equals("true"));
                case Shape.Amount _ -> number(text);
                case Shape.Text may
                when may.mayBeNumber() -> text.matches("-?[0-9]{1,18}") ? number(text) : plain(text);
                case Shape.Choice choice ->
                    choice.values().stream()
                            .filter(value -> value.asText().equals(text))
                            .findFirst()
                            .orElseGet(() -> plain(text));
                default -> plain(text);
            };
        }

        private static JsonNode plain(String text) {
            return TextNode.valueOf(text);
        }

        private static JsonNode number(String text) {
            try {
                var number = new BigDecimal(text.strip());
                return number.scale() == 0 && number.precision() < 19
                        ? Json.MAPPER.getNodeFactory().numberNode(number.longValueExact())
                        : Json.MAPPER.getNodeFactory().numberNode(number);
            } catch (NumberFormatException broken) {
                return plain(text);
            }
        }
    }
}
