package dev.allmende.server.shell.visit;

import java.util.List;

/** The API, or the shell, does not do what was asked. */
public final class Refusal extends RuntimeException {

    private final int code;
    private final String reason;
    private final List<Cause> causes;

    /**
     * What is wrong with one field (Kubernetes, meta/v1 StatusCause).
     *
     * @param field such as {@code spec.ports[0].name}, empty when it is about none
     */
    public record Cause(String field, String message) {}

    /**
     * @param code of HTTP
     * @param message for the reader, in the words of who refused
     */
    public Refusal(int code, String message) {
        this(code, message, "", List.of());
    }

    /** @param reason in one word (Kubernetes, meta/v1 Status), empty for none */
    public Refusal(int code, String message, String reason, List<Cause> causes) {
        super(message, null, false, false);
        this.code = code;
        this.reason = reason;
        this.causes = List.copyOf(causes);
    }

    public String reason() {
        return reason;
    }

    public List<Cause> causes() {
        return causes;
    }

    public int code() {
        return code;
    }

    public String text() {
        return String.valueOf(getMessage());
    }

    public boolean isForbidden() {
        return code == 403;
    }
}
