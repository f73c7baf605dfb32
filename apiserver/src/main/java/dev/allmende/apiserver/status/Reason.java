package dev.allmende.apiserver.status;

/** Machine-readable reasons of a failure (Kubernetes apimachinery, meta/v1 StatusReason) with their HTTP status. */
public enum Reason {
    BAD_REQUEST("BadRequest", 400),
    UNAUTHORIZED("Unauthorized", 401),
    FORBIDDEN("Forbidden", 403),
    NOT_FOUND("NotFound", 404),
    METHOD_NOT_ALLOWED("MethodNotAllowed", 405),
    NOT_ACCEPTABLE("NotAcceptable", 406),
    ALREADY_EXISTS("AlreadyExists", 409),
    CONFLICT("Conflict", 409),
    GONE("Gone", 410),
    EXPIRED("Expired", 410),
    REQUEST_ENTITY_TOO_LARGE("RequestEntityTooLarge", 413),
    UNSUPPORTED_MEDIA_TYPE("UnsupportedMediaType", 415),
    INVALID("Invalid", 422),
    TOO_MANY_REQUESTS("TooManyRequests", 429),
    INTERNAL_ERROR("InternalError", 500),
    SERVER_TIMEOUT("ServerTimeout", 500),
    SERVICE_UNAVAILABLE("ServiceUnavailable", 503),
    TIMEOUT("Timeout", 504);

    private final String word;
    private final int code;

    Reason(String word, int code) {
        this.word = word;
        this.code = code;
    }

    public String word() {
        return word;
    }

    public int code() {
        return code;
    }

    /** Whether a kube-apiserver answers it with details even when there is nothing to say in them. */
    boolean hasDetails() {
        return switch (this) {
            case FORBIDDEN, NOT_FOUND, METHOD_NOT_ALLOWED, INVALID -> true;
            default -> false;
        };
    }
}
