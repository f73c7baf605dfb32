package dev.allmende.server.shell.draft;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.server.shell.visit.Form;
import java.util.HashMap;
import java.util.Map;

/**
 * What stands in a form's fields, right or wrong, by the paths of the fields: {@code spec.ports[0].name}. A field with several
 * values holds them as lines. Lists also say how many rows are shown.
 */
public final class Values {

    private static final String FIELD = "f.";
    private static final String COUNT = "n.";
    private static final String KEY = "~key";
    private static final String VALUE = "~value";
    private static final String OTHER = "~other";
    private static final int MOST_ROWS = 500;

    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();

    public Values() {}

    public static Values of(Form form) {
        var values = new Values();
        for (var field : form.fields().parameters().entrySet()) {
            var name = field.getKey();
            if (name.startsWith(FIELD)) {
                values.texts.put(
                        name.substring(FIELD.length()),
                        String.join("\n", field.getValue()).replace("\r\n", "\n"));
            } else if (name.startsWith(COUNT)) {
                values.counts.put(
                        name.substring(COUNT.length()), number(field.getValue().getFirst()));
            }
        }
        return values;
    }

    /** As an object is. */
    public static Values of(Shape.Fields shape, JsonNode object) {
        return Filling.of(shape, object);
    }

    private static int number(String text) {
        return text.matches("[0-9]{1,4}") ? Math.min(MOST_ROWS, Integer.parseInt(text)) : 0;
    }

    /** Of the form's input. */
    static String field(String path) {
        return FIELD + path;
    }

    static String countField(String path) {
        return COUNT + path;
    }

    static String row(String path, int index) {
        return path + "[" + index + "]";
    }

    /** Where the name of a pair stands. */
    static String key(String row) {
        return row + KEY;
    }

    static String value(String row) {
        return row + VALUE;
    }

    /** Where a name stands that is not among those offered. */
    static String other(String path) {
        return path + OTHER;
    }

    /** Empty when nothing is there. */
    public String text(String path) {
        return texts.getOrDefault(path, "");
    }

    public Values put(String path, String text) {
        texts.put(path, text);
        return this;
    }

    public int count(String path) {
        return counts.getOrDefault(path, 0);
    }

    void setCount(String path, int count) {
        counts.put(path, Math.min(MOST_ROWS, count));
    }

    /**
     * One more row at the end.
     *
     * @return its path
     */
    public String add(String path) {
        setCount(path, count(path) + 1);
        return row(path, count(path) - 1);
    }

    /**
     * Takes a row out; those after it move up.
     *
     * @param row its path
     * @return path of the list
     */
    public String drop(String row) {
        int bracket = row.lastIndexOf('[');
        if (bracket < 0 || !row.endsWith("]")) {
            return "";
        }
        var path = row.substring(0, bracket);
        int index = number(row.substring(bracket + 1, row.length() - 1));
        if (index < count(path)) {
            drop(path, index);
        }
        return path;
    }

    private void drop(String path, int index) {
        int count = count(path);
        clear(row(path, index));
        for (int i = index + 1; i < count; i++) {
            move(row(path, i), row(path, i - 1));
        }
        setCount(path, count - 1);
    }

    private void clear(String prefix) {
        texts.keySet().removeIf(path -> isBelow(path, prefix));
        counts.keySet().removeIf(path -> isBelow(path, prefix));
    }

    private void move(String from, String to) {
        for (var path :
                texts.keySet().stream().filter(one -> isBelow(one, from)).toList()) {
            texts.put(to + path.substring(from.length()), taken(texts, path));
        }
        for (var path :
                counts.keySet().stream().filter(one -> isBelow(one, from)).toList()) {
            counts.put(to + path.substring(from.length()), taken(counts, path));
        }
    }

    private static <T> T taken(Map<String, T> from, String path) {
        return java.util.Objects.requireNonNull(from.remove(path));
    }

    /** A row's path ends in a bracket, so nothing else begins with it. */
    private static boolean isBelow(String path, String row) {
        return path.startsWith(row);
    }

    /** Whether anything is typed at the path or below it. */
    public boolean has(String path) {
        return texts.entrySet().stream().anyMatch(text -> !text.getValue().isEmpty() && isAt(text.getKey(), path));
    }

    private static boolean isAt(String path, String at) {
        return path.startsWith(at) && (path.length() == at.length() || ".[~".indexOf(path.charAt(at.length())) >= 0);
    }
}
