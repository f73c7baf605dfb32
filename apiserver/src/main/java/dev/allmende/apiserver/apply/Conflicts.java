package dev.allmende.apiserver.apply;

import dev.allmende.apiserver.status.Cause;
import dev.allmende.apiserver.status.Reason;
import dev.allmende.apiserver.status.Status;
import dev.allmende.apiserver.status.StatusException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Fields that an applier wants and others own, as a failure (apimachinery util/managedfields/internal/conflict.go). */
final class Conflicts {

    private Conflicts() {}

    static StatusException refusal(Map<Writer, FieldSet> conflicts) {
        var byWriter = new TreeMap<Writer, FieldSet>(Writer.ORDER);
        byWriter.putAll(conflicts);
        List<Cause> causes = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        byWriter.forEach((writer, set) -> {
            lines.add("conflicts with " + writer.text() + ":");
            set.forEach(path -> {
                var text = text(path);
                lines.add("- " + text);
                causes.add(new Cause("FieldManagerConflict", "conflict with " + writer.text(), text));
            });
        });
        var message = causes.size() == 1
                ? "Apply failed with 1 conflict: %s: %s"
                        .formatted(
                                causes.getFirst().message(), causes.getFirst().field())
                : "Apply failed with %d conflicts: %s".formatted(causes.size(), String.join("\n", lines));
        return new StatusException(new Status(
                Reason.CONFLICT.code(), Reason.CONFLICT, message, new Status.Details("", "", "", "", causes, 0)));
    }

    private static String text(PathElement[] path) {
        return Arrays.stream(path).map(PathElement::text).collect(Collectors.joining());
    }

    /** What is left of conflicts when some fields may be taken. */
    static Map<Writer, FieldSet> without(Map<Writer, FieldSet> conflicts, FieldSet allowed) {
        var left = new TreeMap<Writer, FieldSet>(Writer.ORDER);
        conflicts.forEach((writer, set) -> {
            var rest = set.difference(allowed);
            if (!rest.isEmpty()) {
                left.put(writer, rest);
            }
        });
        return left;
    }
}
