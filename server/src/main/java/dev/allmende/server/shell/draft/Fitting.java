package dev.allmende.server.shell.draft;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.apiserver.json.Json;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds what of an object its form cannot hold: what would come back as something else when nothing is touched. Those fields
 * are shown as YAML, so that an edit never changes what nobody meant to change.
 */
public final class Fitting {

    private Fitting() {}

    /** Paths of the fields that have to be YAML. */
    public static Set<String> misfits(Shape.Fields shape, JsonNode object) {
        Set<String> paths = new TreeSet<>();
        search(shape, "", object, paths);
        return paths;
    }

    private static void search(Shape.Fields shape, String path, JsonNode object, Set<String> found) {
        for (var property : shape.properties()) {
            var value = object.path(property.name());
            if (value.isMissingNode() || comesBack(property, value)) {
                continue;
            }
            var at = Filling.below(path, property.name());
            if (property.shape() instanceof Shape.Fields inner && value.isObject() && hasOnly(inner, value)) {
                search(inner, at, value, found);
            } else {
                found.add(at);
            }
        }
    }

    private static boolean hasOnly(Shape.Fields shape, JsonNode object) {
        var names = shape.properties().stream().map(Property::name).toList();
        return object.propertyStream().allMatch(field -> names.contains(field.getKey()));
    }

    private static boolean comesBack(Property property, JsonNode value) {
        var shape = new Shape.Fields(List.of(property));
        var object = Json.object();
        object.set(property.name(), value);
        var compiled = Compiled.of(shape, Filling.of(shape, object), object);
        return compiled.problems().isEmpty() && compiled.object().equals(Fitting::compared, object);
    }

    /** Numbers are compared as they are written. */
    private static int compared(JsonNode one, JsonNode other) {
        if (one.equals(other)) {
            return 0;
        }
        return one.isNumber() && other.isNumber() ? one.asText().compareTo(other.asText()) : 1;
    }

    /** The shape with YAML at these paths. */
    public static Shape.Fields with(Shape.Fields shape, Collection<String> misfits) {
        return with(shape, "", misfits);
    }

    private static Shape.Fields with(Shape.Fields shape, String path, Collection<String> misfits) {
        List<Property> properties = new ArrayList<>();
        for (var property : shape.properties()) {
            var at = Filling.below(path, property.name());
            var own = misfits.contains(at)
                    ? new Shape.Yaml()
                    : property.shape() instanceof Shape.Fields inner ? with(inner, at, misfits) : property.shape();
            properties.add(new Property(
                    property.name(),
                    own,
                    property.help(),
                    property.isRequired(),
                    property.preset(),
                    property.isFixed()));
        }
        return new Shape.Fields(properties);
    }
}
