package dev.allmende.apiserver.status;

import dev.allmende.apiserver.json.Quoted;
import dev.allmende.apiserver.resource.GroupResource;
import dev.allmende.apiserver.status.Status.Details;
import java.util.List;
import java.util.stream.Collectors;

/** Ends a request with a {@link Status}. Carries no stack trace: it is an answer, not a fault of ours. */
public final class StatusException extends RuntimeException {

    private final transient Status status;

    public StatusException(Status status) {
        super(status.message(), null, false, false);
        this.status = status;
    }

    public static StatusException of(Reason reason, String message) {
        return new StatusException(new Status(reason.code(), reason, message, Details.NONE));
    }

    public static StatusException badRequest(String message) {
        return of(Reason.BAD_REQUEST, message);
    }

    /** Nothing is served at the path. */
    public static StatusException noResource() {
        return of(Reason.NOT_FOUND, "the server could not find the requested resource");
    }

    public static StatusException unsupportedVerb(GroupResource resource, String verb) {
        return about(
                Reason.METHOD_NOT_ALLOWED,
                resource,
                "",
                "%s is not supported on resources of kind \"%s\"".formatted(verb, resource));
    }

    public static StatusException methodNotAllowed() {
        return of(Reason.METHOD_NOT_ALLOWED, "the server does not allow this method on the requested resource");
    }

    public static StatusException notFound(GroupResource resource, String name) {
        return about(Reason.NOT_FOUND, resource, name, "%s %s not found".formatted(resource, Quoted.text(name)));
    }

    public static StatusException alreadyExists(GroupResource resource, String name) {
        return about(Reason.ALREADY_EXISTS, resource, name, "%s \"%s\" already exists".formatted(resource, name));
    }

    /** The name is taken by an object that waits for its finalizers. */
    public static StatusException goingExists(GroupResource resource, String name) {
        return about(
                Reason.ALREADY_EXISTS,
                resource,
                name,
                "object is being deleted: %s \"%s\" already exists".formatted(resource, name));
    }

    public static StatusException conflict(GroupResource resource, String name, String why) {
        return about(
                Reason.CONFLICT,
                resource,
                name,
                "Operation cannot be fulfilled on %s \"%s\": %s".formatted(resource, name, why));
    }

    /** The stored object has another resourceVersion than the one the client has read. */
    public static StatusException modified(GroupResource resource, String name) {
        return conflict(
                resource,
                name,
                "the object has been modified; please apply your changes to the latest version and try again");
    }

    public static StatusException forbidden(GroupResource resource, String name, String why) {
        var which = name.isEmpty() ? resource.toString() : "%s \"%s\"".formatted(resource, name);
        return about(Reason.FORBIDDEN, resource, name, "%s is forbidden: %s".formatted(which, why));
    }

    /**
     * An object that breaks the rules of its kind.
     *
     * @param group of the kind, empty for core
     */
    public static StatusException invalid(String group, String kind, String name, List<FieldError> errors) {
        var all = errors.stream().map(FieldError::message).distinct().toList();
        var list = all.size() == 1 ? all.getFirst() : all.stream().collect(Collectors.joining(", ", "[", "]"));
        var qualified = group.isEmpty() ? kind : kind + "." + group;
        var message = "%s \"%s\" is invalid: %s".formatted(qualified, name, list);
        var causes = errors.stream().map(FieldError::cause).toList();
        return new StatusException(
                new Status(422, Reason.INVALID, message, new Details(name, group, kind, "", causes, 0)));
    }

    /**
     * Options in the query, or in the body of a DELETE, that break their rules.
     *
     * @param kind such as {@code ListOptions}
     */
    public static StatusException invalidOptions(String kind, FieldError... errors) {
        return invalid("meta.k8s.io", kind, "", List.of(errors));
    }

    public static StatusException tooManyRequests(String message, int retryAfterSeconds) {
        return new StatusException(new Status(
                429, Reason.TOO_MANY_REQUESTS, message, new Details("", "", "", "", List.of(), retryAfterSeconds)));
    }

    /** The resourceVersion asked for is no longer kept. */
    public static StatusException expired(String message) {
        return of(Reason.EXPIRED, message);
    }

    private static StatusException about(Reason reason, GroupResource resource, String name, String message) {
        var details = new Details(name, resource.group(), resource.resource(), "", List.of(), 0);
        return new StatusException(new Status(reason.code(), reason, message, details));
    }

    public Status status() {
        return status;
    }
}
