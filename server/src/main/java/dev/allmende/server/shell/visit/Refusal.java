package dev.allmende.server.shell.visit;

/** The API, or the shell, does not do what was asked. */
public final class Refusal extends RuntimeException {

    private final int code;

    /**
     * @param code of HTTP
     * @param message for the reader, in the words of who refused
     */
    public Refusal(int code, String message) {
        super(message, null, false, false);
        this.code = code;
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
