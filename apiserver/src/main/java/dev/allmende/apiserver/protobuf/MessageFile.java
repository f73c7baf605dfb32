package dev.allmende.apiserver.protobuf;

import dev.allmende.apiserver.protobuf.FieldType.ListOf;
import dev.allmende.apiserver.protobuf.FieldType.MapOf;
import dev.allmende.apiserver.protobuf.FieldType.Nested;
import dev.allmende.apiserver.protobuf.FieldType.Scalar;
import dev.allmende.apiserver.protobuf.Message.Field;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Reads a table of messages.
 *
 * <pre>{@code
 * apiVersion v1                                        group and version of the file
 *
 * kind Secret -- Data that few may read.               a whole object; without "kind": a part
 *   2 data map:bytes -- Values in base64.              number, name, type
 *   5 immutable bool? -- If true, cannot be changed.   ?: absent and zero differ
 *
 * ObjectReference atomic -- Points to an object.       set as a whole by server-side apply
 * }</pre>
 *
 * Types are those of {@link Scalar}, names of messages, and both behind {@code list:} or {@code map:}. After the type:
 * {@code required}, {@code always} (written to JSON even if zero), {@code set}, {@code keys=a,b} (list type map),
 * {@code atomic} (of a map; lists are atomic unless said otherwise), {@code merge} and {@code merge=key} (strategic merge
 * patch), {@code default="text"}. Numbers, names and marks are facts of generated.proto, types.go and the OpenAPI documents
 * of Kubernetes 1.35.
 */
final class MessageFile {

    private final String file;
    private final UnaryOperator<String> resolve;
    private final List<Message> messages = new ArrayList<>();
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private String apiVersion = "";
    private String head = "";

    /** @param resolve finds the full name of a message */
    MessageFile(String file, UnaryOperator<String> resolve) {
        this.file = file;
        this.resolve = resolve;
    }

    static Set<String> names(String text) {
        return text.lines()
                .filter(MessageFile::isHead)
                .map(line -> simpleName(words(line)))
                .collect(Collectors.toUnmodifiableSet());
    }

    List<Message> read(String text) {
        text.lines().forEach(this::line);
        end();
        return messages;
    }

    private void line(String line) {
        if (line.startsWith("apiVersion ")) {
            apiVersion = line.substring("apiVersion ".length());
        } else if (line.startsWith("  ")) {
            var field = field(line);
            fields.put(field.name(), field);
        } else if (isHead(line)) {
            end();
            head = line;
        }
    }

    private void end() {
        if (!head.isEmpty()) {
            var words = words(head);
            messages.add(new Message(
                    file + "." + simpleName(words),
                    apiVersion,
                    words[0].equals("kind"),
                    words[words.length - 1].equals("atomic"),
                    description(head),
                    fields));
            fields.clear();
        }
    }

    private Field field(String line) {
        var words = words(line.strip());
        var marks = List.of(words).subList(3, words.length);
        boolean optional = words[2].endsWith("?");
        var type = type(optional ? words[2].substring(0, words[2].length() - 1) : words[2]);
        var keys = mark(marks, "keys=");
        return new Field(
                Integer.parseInt(words[0]),
                words[1],
                type,
                optional,
                marks.contains("required"),
                marks.contains("always"),
                listType(type, marks, keys.isPresent()),
                keys.map(list -> List.of(list.split(","))).orElse(List.of()),
                marks.contains("merge") ? Optional.of("") : mark(marks, "merge="),
                mark(marks, "default=").map(quoted -> quoted.substring(1, quoted.length() - 1)),
                description(line));
    }

    private static String listType(FieldType type, List<String> marks, boolean keyed) {
        if (keyed) {
            return "map";
        }
        if (marks.contains("set")) {
            return "set";
        }
        return type instanceof ListOf || marks.contains("atomic") ? "atomic" : "";
    }

    private FieldType type(String word) {
        if (word.startsWith("list:")) {
            return new ListOf(type(word.substring("list:".length())));
        }
        if (word.startsWith("map:")) {
            return new MapOf(type(word.substring("map:".length())));
        }
        return Scalar.of(word).<FieldType>map(scalar -> scalar).orElseGet(() -> new Nested(resolve.apply(word)));
    }

    private static Optional<String> mark(List<String> marks, String start) {
        for (var mark : marks) {
            if (mark.startsWith(start)) {
                return Optional.of(mark.substring(start.length()));
            }
        }
        return Optional.empty();
    }

    private static boolean isHead(String line) {
        return !line.isEmpty() && !line.startsWith(" ") && !line.startsWith("#") && !line.startsWith("apiVersion ");
    }

    private static String simpleName(String[] words) {
        return words[0].equals("kind") ? words[1] : words[0];
    }

    private static String[] words(String line) {
        return line.substring(0, line.indexOf(" -- ")).split(" ");
    }

    private static String description(String line) {
        return line.substring(line.indexOf(" -- ") + " -- ".length());
    }
}
