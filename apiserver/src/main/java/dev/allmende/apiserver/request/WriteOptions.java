package dev.allmende.apiserver.request;

import dev.allmende.apiserver.apply.ManagerName;
import dev.allmende.apiserver.status.Cause;
import dev.allmende.apiserver.status.Reason;
import dev.allmende.apiserver.status.Status;
import dev.allmende.apiserver.status.StatusException;
import java.util.List;

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

    public static WriteOptions of(Query query, Headers headers) {
        return new WriteOptions(
                dryRun(query.all("dryRun")),
                validation(query.text("fieldValidation")),
                manager(query, headers),
                query.flag("force"));
    }

    /** @throws StatusException 422 for values other than {@code All} */
    public static boolean dryRun(List<String> values) {
        for (var value : values) {
            if (!value.equals("All") && !value.isEmpty()) {
                throw invalid("dryRun", "Unsupported value: \"%s\": supported values: \"All\"".formatted(value));
            }
        }
        return values.contains("All");
    }

    private static Validation validation(String word) {
        return switch (word) {
            case "", "Warn" -> Validation.WARN;
            case "Strict" -> Validation.STRICT;
            case "Ignore" -> Validation.IGNORE;
            default ->
                throw invalid(
                        "fieldValidation",
                        "Unsupported value: \"%s\": supported values: \"\", \"Ignore\", \"Strict\", \"Warn\""
                                .formatted(word));
        };
    }

    private static String manager(Query query, Headers headers) {
        var manager = query.text("fieldManager");
        if (manager.length() > LONGEST_MANAGER) {
            throw invalid("fieldManager", "Too long: may not be more than " + LONGEST_MANAGER + " bytes");
        }
        if (!manager.isEmpty()) {
            return manager;
        }
        return ManagerName.of("", headers.text("User-Agent"));
    }

    private static StatusException invalid(String field, String message) {
        var cause =
                new Cause(message.startsWith("Too") ? "FieldValueTooLong" : "FieldValueNotSupported", message, field);
        var details = new Status.Details("", "meta.k8s.io", "PatchOptions", "", List.of(cause), 0);
        return new StatusException(new Status(
                422,
                Reason.INVALID,
                "PatchOptions.meta.k8s.io \"\" is invalid: %s: %s".formatted(field, message),
                details));
    }
}
