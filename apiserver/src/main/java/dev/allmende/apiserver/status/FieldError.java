package dev.allmende.apiserver.status;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with one field, worded as clients of Kubernetes know it (apimachinery util/validation/field).
 *
 * @param path such as {@code spec.ports[0].name}
 * @param value the bad value as JSON text (strings quoted), or null where the kind shows none
 * @param detail what is wanted; may be empty
 */
public record FieldError(Kind kind, String path, @Nullable String value, String detail) {

    /** Kinds of field errors: the cause's reason and the words that begin the message. */
    public enum Kind {
        NOT_FOUND("FieldValueNotFound", "Not found"),
        REQUIRED("FieldValueRequired", "Required value"),
        DUPLICATE("FieldValueDuplicate", "Duplicate value"),
        INVALID("FieldValueInvalid", "Invalid value"),
        NOT_SUPPORTED("FieldValueNotSupported", "Unsupported value"),
        FORBIDDEN("FieldValueForbidden", "Forbidden"),
        TOO_LONG("FieldValueTooLong", "Too long"),
        TOO_MANY("FieldValueTooMany", "Too many"),
        TYPE_INVALID("FieldValueTypeInvalid", "Invalid value"),
        INTERNAL("InternalError", "Internal error");

        private final String reason;
        private final String words;

        Kind(String reason, String words) {
            this.reason = reason;
            this.words = words;
        }

        public String reason() {
            return reason;
        }
    }

    public static FieldError required(String path, String detail) {
        return new FieldError(Kind.REQUIRED, path, null, detail);
    }

    public static FieldError invalid(String path, String value, String detail) {
        return new FieldError(Kind.INVALID, path, value, detail);
    }

    public static FieldError forbidden(String path, String detail) {
        return new FieldError(Kind.FORBIDDEN, path, null, detail);
    }

    /** @param supported the values there are, each as JSON text */
    public static FieldError unsupported(String path, String value, String supported) {
        return new FieldError(Kind.NOT_SUPPORTED, path, value, "supported values: " + supported);
    }

    /** The message without the path: {@code Invalid value: "x": must be ...}. */
    public String body() {
        var text = new StringBuilder(kind.words);
        if (value != null) {
            text.append(": ").append(value);
        }
        if (!detail.isEmpty()) {
            text.append(": ").append(detail);
        }
        return text.toString();
    }

    /** {@code spec.x: Invalid value: "y": must be ...}. */
    public String message() {
        return path.isEmpty() ? body() : path + ": " + body();
    }

    public Cause cause() {
        return new Cause(kind.reason(), body(), path);
    }
}
