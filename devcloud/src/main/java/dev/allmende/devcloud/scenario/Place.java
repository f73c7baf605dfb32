package dev.allmende.devcloud.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A place in a scenario file: a value together with where it stands, so that each complaint can name file, line, column. */
final class Place {
    private static final Pattern DURATION = Pattern.compile("(\\d+(?:\\.\\d+)?)(ms|s|m|h|d)");

    private final String file;
    private final Node node;
    private final String name;

    Place(String file, Node node, String name) {
        this.file = file;
        this.node = node;
        this.name = name;
    }

    ScenarioException wants(String wanted) {
        Mark mark = node.getStartMark();
        return new ScenarioException("%s: line %d, column %d: %swanted %s"
                .formatted(file, mark.getLine() + 1, mark.getColumn() + 1, name.isEmpty() ? "" : name + ": ", wanted));
    }

    String text() {
        if (node instanceof ScalarNode scalar && !scalar.getTag().equals(Tag.NULL)) {
            return scalar.getValue();
        }
        throw wants("a text");
    }

    int number() {
        try {
            return Integer.parseInt(text());
        } catch (NumberFormatException e) {
            throw wants("a whole number");
        }
    }

    long bigNumber() {
        try {
            return Long.parseLong(text());
        } catch (NumberFormatException e) {
            throw wants("a whole number");
        }
    }

    boolean flag() {
        return switch (text()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw wants("true or false");
        };
    }

    /** A length of time: 250ms, 1.5s, 3m, 4h, 30d. */
    Duration duration() {
        Matcher matcher = DURATION.matcher(text());
        if (!matcher.matches()) {
            throw wants("a length of time such as 250ms, 2s, 5m, 4h or 30d");
        }
        double millis = Double.parseDouble(matcher.group(1))
                * switch (matcher.group(2)) {
                    case "ms" -> 1;
                    case "s" -> 1_000;
                    case "m" -> 60_000;
                    case "h" -> 3_600_000;
                    default -> 86_400_000;
                };
        return Duration.ofMillis(Math.round(millis));
    }

    <E extends Enum<E>> E oneOf(Class<E> type) {
        for (E value : type.getEnumConstants()) {
            if (value.name().equalsIgnoreCase(text())) {
                return value;
            }
        }
        throw wants("one of " + List.of(type.getEnumConstants()).toString().toLowerCase(java.util.Locale.ROOT));
    }

    <T> List<T> list(Function<Place, T> item) {
        if (!(node instanceof SequenceNode sequence)) {
            throw wants("a list");
        }
        List<T> items = new ArrayList<>();
        for (Node child : sequence.getValue()) {
            items.add(item.apply(new Place(file, child, name + "[" + items.size() + "]")));
        }
        return List.copyOf(items);
    }

    List<String> texts() {
        return list(Place::text);
    }

    /** A map of free keys to texts. */
    Map<String, String> textMap() {
        Map<String, String> map = new LinkedHashMap<>();
        entries().forEach((key, place) -> map.put(key, place.text()));
        return map;
    }

    /** A map with known keys. */
    Keys keys() {
        return new Keys(entries());
    }

    private Map<String, Place> entries() {
        if (!(node instanceof MappingNode mapping)) {
            throw wants("a map of keys and values");
        }
        Map<String, Place> entries = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            Place key = new Place(file, tuple.getKeyNode(), name);
            String text = key.text();
            Place value = new Place(file, tuple.getValueNode(), name.isEmpty() ? text : name + "." + text);
            if (entries.put(text, value) != null) {
                throw key.wants("each key once, but '" + text + "' stands here again");
            }
        }
        return entries;
    }

    /** The keys of a map; {@link #done} refuses those that nobody asked for. */
    final class Keys {
        private final Map<String, Place> entries;
        private final Set<String> known = new HashSet<>();

        private Keys(Map<String, Place> entries) {
            this.entries = entries;
        }

        <T> Optional<T> get(String key, Function<Place, T> as) {
            known.add(key);
            return Optional.ofNullable(entries.get(key)).map(as);
        }

        <T> T need(String key, Function<Place, T> as) {
            return get(key, as).orElseThrow(() -> wants("the key '" + key + "'"));
        }

        String text(String key, String standard) {
            return get(key, Place::text).orElse(standard);
        }

        int number(String key, int standard) {
            return get(key, Place::number).orElse(standard);
        }

        boolean flag(String key, boolean standard) {
            return get(key, Place::flag).orElse(standard);
        }

        Duration duration(String key, Duration standard) {
            return get(key, Place::duration).orElse(standard);
        }

        List<String> texts(String key, List<String> standard) {
            return get(key, Place::texts).orElse(standard);
        }

        Map<String, String> textMap(String key) {
            return get(key, Place::textMap).orElse(Map.of());
        }

        <T> List<T> list(String key, Function<Place, T> item) {
            return get(key, place -> place.list(item)).orElse(List.of());
        }

        void done() {
            for (Map.Entry<String, Place> entry : entries.entrySet()) {
                if (!known.contains(entry.getKey())) {
                    throw entry.getValue().wants("no such key here; known: " + new java.util.TreeSet<>(known));
                }
            }
        }
    }
}
