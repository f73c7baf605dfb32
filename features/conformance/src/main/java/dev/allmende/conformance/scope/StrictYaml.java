package dev.allmende.conformance.scope;

import java.io.StringReader;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Walks a YAML tree and notes what is wrong with it by file, line and column, so that all problems are told at once.
 * What is missing or wrong is replaced by an empty value: {@link #end()} sees to it that none of these gets out.
 */
final class StrictYaml {

    /** A longer list of what is allowed is cut to the nearest names. */
    private static final int FEW = 14;

    private final String file;
    private final List<Problem> problems = new ArrayList<>();

    StrictYaml(String file) {
        this.file = file;
    }

    private record Problem(int line, int column, String what) {}

    /** A key, where it stands, and its value. */
    record Entry(String key, Node at, Node value) {}

    /** @throws BadScopeFile when the text is no YAML, or empty */
    Node root(String text) {
        // The limit on aliases keeps a small file from growing into a huge tree.
        var options = new LoaderOptions();
        options.setCodePointLimit(Math.max(1, text.length()));
        try {
            var root = new Yaml(options).compose(new StringReader(text));
            if (root == null) {
                throw new BadScopeFile(List.of(file + ":1:1: the file is empty"));
            }
            return root;
        } catch (MarkedYAMLException broken) {
            var mark = broken.getProblemMark();
            var place = mark == null ? file : place(mark.getLine(), mark.getColumn());
            throw new BadScopeFile(List.of(place + ": no valid YAML: " + firstLine(broken.getProblem())));
        } catch (YAMLException broken) {
            throw new BadScopeFile(List.of(file + ": no valid YAML: " + firstLine(broken.getMessage())));
        }
    }

    void end() {
        if (!problems.isEmpty()) {
            throw new BadScopeFile(problems.stream()
                    .sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column))
                    .map(problem -> place(problem.line(), problem.column()) + ": " + problem.what())
                    .toList());
        }
    }

    void problem(Node at, String what) {
        var mark = at.getStartMark();
        problems.add(new Problem(mark.getLine(), mark.getColumn(), what));
    }

    /** A mapping with fixed keys. */
    Fields fields(Node node, String what, List<String> required, List<String> optional) {
        var values = new LinkedHashMap<String, Node>();
        for (var entry : entries(node, what)) {
            if (required.contains(entry.key()) || optional.contains(entry.key())) {
                values.put(entry.key(), entry.value());
            } else {
                var allowed = new ArrayList<>(required);
                allowed.addAll(optional);
                unknown(entry.at(), "key", entry.key(), " in " + what, allowed);
            }
        }
        if (node instanceof MappingNode) {
            required.stream()
                    .filter(key -> !values.containsKey(key))
                    .forEach(key -> problem(node, "key '" + key + "' is missing in " + what));
        }
        return new Fields(this, values);
    }

    /** A mapping with free keys, in order; a key that occurs twice is a problem. */
    List<Entry> entries(@Nullable Node node, String what) {
        var entries = new ArrayList<Entry>();
        if (node instanceof MappingNode mapping) {
            var seen = new HashSet<String>();
            for (var tuple : mapping.getValue()) {
                var key = text(tuple.getKeyNode(), "a key in " + what);
                if (seen.add(key)) {
                    entries.add(new Entry(key, tuple.getKeyNode(), tuple.getValueNode()));
                } else {
                    problem(tuple.getKeyNode(), "key '" + key + "' occurs twice in " + what);
                }
            }
        } else if (node != null) {
            problem(node, what + " must be a mapping (key: value)");
        }
        return entries;
    }

    List<Node> items(@Nullable Node node, String what) {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        if (node != null) {
            problem(node, what + " must be a list");
        }
        return List.of();
    }

    String text(@Nullable Node node, String what) {
        if (node instanceof ScalarNode scalar && !scalar.getTag().equals(Tag.NULL)) {
            return scalar.getValue().strip();
        }
        if (node != null) {
            problem(node, what + " must be a text");
        }
        return "";
    }

    LocalDate date(@Nullable Node node, String what) {
        var text = text(node, what);
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException notADate) {
            if (node != null && !text.isEmpty()) {
                problem(node, what + " must be a date like 2026-11-24, was '" + text + "'");
            }
            return LocalDate.MIN;
        }
    }

    /** One of a few words; gives the fallback when it is none of them. */
    <T> T oneOf(Node node, String what, Map<String, T> allowed, T fallback) {
        var word = text(node, what);
        return Optional.ofNullable(allowed.get(word)).orElseGet(() -> {
            unknown(node, what, word, "", allowed.keySet());
            return fallback;
        });
    }

    void unknown(Node at, String what, String was, String where, Collection<String> allowed) {
        var names = allowed.size() <= FEW ? allowed : nearest(was, allowed);
        var word = names.size() == allowed.size() ? "; allowed: " : "; nearest allowed: ";
        problem(at, "unknown " + what + " '" + was + "'" + where + word + String.join(", ", names));
    }

    private static List<String> nearest(String was, Collection<String> allowed) {
        return allowed.stream()
                .sorted(Comparator.comparingInt(name -> -commonPrefix(was, name)))
                .limit(3)
                .toList();
    }

    private static int commonPrefix(String one, String other) {
        var mismatch = Arrays.mismatch(one.toCharArray(), other.toCharArray());
        return mismatch < 0 ? one.length() : mismatch;
    }

    private String place(int line, int column) {
        return file + ":" + (line + 1) + ":" + (column + 1);
    }

    private static String firstLine(@Nullable String text) {
        return text == null ? "cannot be read" : text.lines().findFirst().orElse("cannot be read");
    }

    /** The values of a mapping with fixed keys. */
    record Fields(StrictYaml yaml, Map<String, Node> values) {

        @Nullable
        Node node(String key) {
            return values.get(key);
        }

        String text(String key) {
            return yaml.text(values.get(key), "'" + key + "'");
        }

        Optional<String> optionalText(String key) {
            return values.containsKey(key) ? Optional.of(text(key)) : Optional.empty();
        }

        List<Node> items(String key) {
            return yaml.items(values.get(key), "'" + key + "'");
        }

        List<Entry> entries(String key) {
            return yaml.entries(values.get(key), "'" + key + "'");
        }

        Map<String, String> texts(String key) {
            var texts = new LinkedHashMap<String, String>();
            entries(key).forEach(entry -> texts.put(entry.key(), yaml.text(entry.value(), "'" + entry.key() + "'")));
            return texts;
        }
    }
}
