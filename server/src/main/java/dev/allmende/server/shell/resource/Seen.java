package dev.allmende.server.shell.resource;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.apiserver.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What an object's status says besides conditions.
 *
 * @param drift what the world has otherwise than the spec wants it
 * @param usedBy objects that need this one
 * @param fields all else
 */
public record Seen(List<Drift> drift, List<Link> usedBy, List<Field> fields) {

    private static final Set<String> ELSEWHERE = Set.of("conditions", "drift", "usedBy");
    private static final int DEEPEST = 8;
    private static final int MOST = 200;

    /** @param path in the words of the world outside; want and have are JSON, as the controllers write them */
    public record Drift(String path, String want, String have) {}

    /** @param moment known when the text is a time */
    public record Field(String path, String text, Moment moment) {}

    public Seen {
        drift = List.copyOf(drift);
        usedBy = List.copyOf(usedBy);
        fields = List.copyOf(fields);
    }

    static Seen of(Kind kind, Kinds kinds, String namespace, JsonNode object, Moment.Clock clock) {
        var status = object.path("status");
        List<Drift> drift = new ArrayList<>();
        for (var one : status.path("drift")) {
            drift.add(new Drift(Json.string(one, "path"), text(one.path("want")), text(one.path("have"))));
        }
        List<Link> usedBy = new ArrayList<>();
        for (var user : status.path("usedBy")) {
            usedBy.add(user(user, kind, kinds, namespace));
        }
        List<Field> fields = new ArrayList<>();
        for (var field : status.properties()) {
            if (!ELSEWHERE.contains(field.getKey())) {
                add(field.getKey(), field.getValue(), 0, clock, fields);
            }
        }
        return new Seen(drift, usedBy, fields);
    }

    /** {@code Subnet web} or {@code Client/web}, or an object with kind and name. */
    private static Link user(JsonNode user, Kind kind, Kinds kinds, String namespace) {
        var words = user.asText("").split("[ /]", 2);
        var word = words.length == 2 ? words[0] : Json.string(user, "kind");
        var name = words.length == 2 ? words[1] : Json.string(user, "name");
        return kinds.named(word, kind.group())
                .filter(known -> !name.isEmpty())
                .map(known -> Link.to(known, "", namespace, name))
                .orElseGet(() -> new Link("", text(user), ""));
    }

    private static void add(String path, JsonNode value, int depth, Moment.Clock clock, List<Field> fields) {
        if (fields.size() >= MOST || value.isNull()) {
            return;
        }
        if (value.isObject() && depth < DEEPEST) {
            value.properties()
                    .forEach(field -> add(path + "." + field.getKey(), field.getValue(), depth + 1, clock, fields));
        } else if (value.isArray() && depth < DEEPEST && hasParts(value)) {
            for (int i = 0; i < value.size(); i++) {
                add(path + "[" + i + "]", value.get(i), depth + 1, clock, fields);
            }
        } else {
            var text = value.isArray() ? joined(value) : text(value);
            fields.add(new Field(path, text, path.endsWith("Time") ? clock.moment(text) : Moment.UNKNOWN));
        }
    }

    private static boolean hasParts(JsonNode array) {
        return array.valueStream().anyMatch(JsonNode::isContainerNode);
    }

    private static String joined(JsonNode array) {
        return String.join(", ", array.valueStream().map(Seen::text).toList());
    }

    private static String text(JsonNode value) {
        return value.isValueNode() ? value.asText("") : value.isMissingNode() ? "" : value.toString();
    }
}
