package dev.allmende.apiserver.request;

import dev.allmende.apiserver.status.Cause;
import dev.allmende.apiserver.status.Reason;
import dev.allmende.apiserver.status.Status;
import dev.allmende.apiserver.status.StatusException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How a list or watch is meant (Kubernetes meta/v1 ListOptions).
 *
 * @param resourceVersion empty when not named
 * @param limit 0 for all
 */
public record ListOptions(
        String labelSelector,
        String fieldSelector,
        Optional<Long> resourceVersion,
        Match match,
        int limit,
        String continuation,
        Optional<Duration> timeout,
        boolean bookmarks,
        boolean sendInitialEvents) {

    /** How {@code resourceVersion} counts for a list. */
    public enum Match {
        UNSET,
        NOT_OLDER_THAN,
        EXACT
    }

    public static ListOptions of(Query query, boolean watch) {
        var options = new ListOptions(
                query.text("labelSelector"),
                query.text("fieldSelector"),
                version(query.text("resourceVersion")),
                match(query.text("resourceVersionMatch")),
                (int) Math.min(Integer.MAX_VALUE, query.number("limit").orElse(0L)),
                query.text("continue"),
                query.number("timeoutSeconds").filter(s -> s > 0).map(s -> Duration.ofSeconds(Math.min(s, 86_400))),
                query.flag("allowWatchBookmarks"),
                query.flag("sendInitialEvents"));
        if (watch) {
            options.checkWatch(query);
        } else {
            options.checkList(query);
        }
        return options;
    }

    private void checkWatch(Query query) {
        if (sendInitialEvents && match != Match.NOT_OLDER_THAN) {
            throw invalid(
                    "resourceVersionMatch",
                    "Forbidden: sendInitialEvents requires setting resourceVersionMatch to NotOlderThan");
        }
        if (match != Match.UNSET && query.text("sendInitialEvents").isEmpty()) {
            throw invalid(
                    "resourceVersionMatch",
                    "Forbidden: resourceVersionMatch is forbidden for watch unless sendInitialEvents is provided");
        }
    }

    private void checkList(Query query) {
        if (!query.text("sendInitialEvents").isEmpty()) {
            throw invalid("sendInitialEvents", "Forbidden: sendInitialEvents is forbidden for list");
        }
        if (match != Match.UNSET && resourceVersion.isEmpty()) {
            throw invalid(
                    "resourceVersionMatch",
                    "Forbidden: resourceVersionMatch is forbidden unless resourceVersion is provided");
        }
        if (match != Match.UNSET && !continuation.isEmpty()) {
            throw invalid(
                    "resourceVersionMatch", "Forbidden: resourceVersionMatch is forbidden when continue is provided");
        }
        if (match == Match.EXACT && resourceVersion.orElse(0L) == 0) {
            throw invalid(
                    "resourceVersionMatch",
                    "Forbidden: resourceVersionMatch \"Exact\" is forbidden for resourceVersion \"0\"");
        }
    }

    private static Optional<Long> version(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            long version = Long.parseLong(text);
            if (version >= 0) {
                return Optional.of(version);
            }
        } catch (NumberFormatException e) {
            // the message below says it
        }
        throw invalid("resourceVersion", "Invalid value: \"%s\": must be a number of at least 0".formatted(text));
    }

    private static Match match(String word) {
        return switch (word) {
            case "" -> Match.UNSET;
            case "NotOlderThan" -> Match.NOT_OLDER_THAN;
            case "Exact" -> Match.EXACT;
            default ->
                throw invalid(
                        "resourceVersionMatch",
                        "Unsupported value: \"%s\": supported values: \"Exact\", \"NotOlderThan\", \"\""
                                .formatted(word));
        };
    }

    private static StatusException invalid(String field, String message) {
        var cause = new Cause(
                message.startsWith("Forbidden") ? "FieldValueForbidden" : "FieldValueNotSupported", message, field);
        var details = new Status.Details("", "meta.k8s.io", "ListOptions", "", List.of(cause), 0);
        return new StatusException(new Status(
                422,
                Reason.INVALID,
                "ListOptions.meta.k8s.io \"\" is invalid: %s: %s".formatted(field, message),
                details));
    }
}
