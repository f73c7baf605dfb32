package dev.allmende.apiserver.status;

/**
 * One of several causes of a failure (Kubernetes meta/v1 StatusCause).
 *
 * @param reason such as {@code FieldValueInvalid} or {@code FieldManagerConflict}
 * @param field path such as {@code spec.versions[0].name}; empty when the cause is not about a field
 */
public record Cause(String reason, String message, String field) {}
