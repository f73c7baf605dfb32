package dev.allmende.apiserver.request;

import dev.allmende.apiserver.json.Quoted;
import dev.allmende.apiserver.status.FieldError;
import dev.allmende.apiserver.status.StatusException;
import java.time.Duration;
import java.util.ArrayList;
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

    private static final String KIND = "ListOptions";

    public static ListOptions of(Query query, boolean watch) {
        var options = new ListOptions(
                query.text("labelSelector"),
                query.text("fieldSelector"),
                version(query.text("resourceVersion")),
                match(query, watch),
                Math.clamp(query.number("limit").orElse(0L), 0, Integer.MAX_VALUE),
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
            List<FieldError> errors = new ArrayList<>();
            errors.add(FieldError.forbidden(
                    "resourceVersionMatch", "sendInitialEvents requires setting resourceVersionMatch to NotOlderThan"));
            if (match == Match.EXACT) {
                errors.add(FieldError.unsupported("resourceVersionMatch", "\"Exact\"", "\"NotOlderThan\""));
            }
            throw StatusException.invalidOptions(KIND, errors.toArray(FieldError[]::new));
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
        if (!continuation.isEmpty() && resourceVersion.orElse(0L) != 0) {
            throw StatusException.badRequest("specifying resource version is not allowed when using continue");
        }
        if (match == Match.EXACT && resourceVersion.orElse(0L) == 0) {
            throw invalid(
                    "resourceVersionMatch",
                    "Forbidden: resourceVersionMatch \"exact\" is forbidden for resourceVersion \"0\"");
        }
    }

    /** @throws StatusException 400 when it is none */
    public static Optional<Long> version(String text) {
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
        throw StatusException.badRequest(
                "invalid resource version: resourceVersion: Invalid value: %s: strconv.ParseUint: parsing %s: invalid syntax"
                        .formatted(Quoted.text(text), Quoted.text(text)));
    }

    /** A page of a version that is named is of just that version (Kubernetes API concepts, "limit" without a match). */
    private static Match match(Query query, boolean watch) {
        var word = query.text("resourceVersionMatch");
        return switch (word) {
            case "" -> {
                var version = query.text("resourceVersion");
                boolean page = !watch
                        && query.number("limit").orElse(0L) > 0
                        && query.text("continue").isEmpty();
                yield page && !version.isEmpty() && !version.equals("0") ? Match.EXACT : Match.UNSET;
            }
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
        int colon = message.indexOf(": ");
        var detail = message.substring(colon + 2);
        return StatusException.invalidOptions(
                KIND,
                message.startsWith("Forbidden")
                        ? FieldError.forbidden(field, detail)
                        : new FieldError(FieldError.Kind.NOT_SUPPORTED, field, null, detail));
    }
}
