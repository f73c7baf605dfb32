package dev.allmende.apiserver.request;

import dev.allmende.apiserver.apply.ManagerName;
import dev.allmende.apiserver.json.Quoted;
import dev.allmende.apiserver.status.FieldError;
import dev.allmende.apiserver.status.StatusException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How a write is meant (Kubernetes meta/v1 CreateOptions, UpdateOptions, PatchOptions).
 *
 * @param manager who owns the fields; from the query, else from the user agent
 * @param force whether an apply takes fields from other managers
 */
public record WriteOptions(boolean dryRun, Validation validation, String manager, boolean force) {

    /** What happens with fields that the schema does not know, or that stand twice. */
    public enum Validation {
        IGNORE,
        WARN,
        STRICT
    }

    private static final int LONGEST_MANAGER = 128;

    /**
     * Options of a write without a body of its own for them.
     *
     * @param kind of the options: {@code CreateOptions}, {@code UpdateOptions} or {@code PatchOptions}
     * @param apply whether it is an apply, which must name its manager
     * @throws StatusException 422 for values that do not exist
     */
    public static WriteOptions of(Query query, Headers headers, String kind, boolean apply) {
        return new WriteOptions(
                dryRun(query.all("dryRun"), kind),
                validation(query.text("fieldValidation"), kind),
                manager(query, headers, kind, apply),
                force(query, kind, apply));
    }

    /** @throws StatusException 422 for values other than {@code All} */
    static boolean dryRun(List<String> values, String kind) {
        var named = values.stream().filter(value -> !value.isEmpty()).toList();
        if (!named.stream().allMatch("All"::equals)) {
            var shown = named.stream().map(Quoted::text).collect(Collectors.joining(", ", "[", "]"));
            throw StatusException.invalidOptions(kind, FieldError.unsupported("dryRun", shown, "\"All\""));
        }
        return !named.isEmpty();
    }

    private static Validation validation(String word, String kind) {
        return switch (word) {
            case "", "Warn" -> Validation.WARN;
            case "Strict" -> Validation.STRICT;
            case "Ignore" -> Validation.IGNORE;
            default ->
                throw StatusException.invalidOptions(
                        kind,
                        FieldError.unsupported(
                                "fieldValidation", Quoted.text(word), "\"\", \"Ignore\", \"Strict\", \"Warn\""));
        };
    }

    private static String manager(Query query, Headers headers, String kind, boolean apply) {
        var manager = query.text("fieldManager");
        if (manager.length() > LONGEST_MANAGER) {
            throw StatusException.invalidOptions(
                    kind,
                    new FieldError(
                            FieldError.Kind.TOO_LONG,
                            "fieldManager",
                            null,
                            "may not be more than " + LONGEST_MANAGER + " bytes"));
        }
        if (!manager.isEmpty()) {
            return manager;
        }
        if (apply) {
            throw StatusException.invalidOptions(
                    kind, FieldError.required("fieldManager", "is required for apply patch"));
        }
        return ManagerName.of("", headers.text("User-Agent"));
    }

    private static boolean force(Query query, String kind, boolean apply) {
        if (!apply && !query.text("force").isEmpty()) {
            throw StatusException.invalidOptions(
                    kind, FieldError.forbidden("force", "may not be specified for non-apply patch"));
        }
        return query.flag("force");
    }
}
