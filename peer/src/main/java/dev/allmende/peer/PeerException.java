package dev.allmende.peer;

/**
 * A peer could not be asked, or refused. The message is one line that names the peer, the call and the remedy; it never
 * holds a secret.
 */
public class PeerException extends RuntimeException {

    /** What went wrong, as far as a controller must tell it apart. */
    public enum Kind {
        /** No connection, no full answer in time, 429, 5xx. */
        UNAVAILABLE(true),
        /** 401, or the login was refused. Mended by another credential. */
        UNAUTHORIZED(false),
        /** 403: logged in, but not allowed. */
        FORBIDDEN(false),
        /** 404: the thing itself, or what the call needed. */
        NOT_FOUND(false),
        /** 409 and 412: clashes with what is there. */
        CONFLICT(false),
        /** A limit of the peer is reached. Goes away when it grows or something is removed. */
        QUOTA(false),
        /** 400, 422 and other answers that say the request was wrong. */
        INVALID(false),
        /** The peer's certificate is not trusted, or TLS failed otherwise. */
        TLS(false),
        /** The answer was not what the API promises. */
        GARBLED(true);

        private final boolean passing;

        Kind(boolean passing) {
            this.passing = passing;
        }
    }

    private final Kind kind;
    private final int status;

    public PeerException(Kind kind, int status, String message) {
        super(message);
        this.kind = kind;
        this.status = status;
    }

    public PeerException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.status = 0;
    }

    public Kind kind() {
        return kind;
    }

    /** The HTTP status that led here; 0 when there was no answer. */
    public int status() {
        return status;
    }

    /** Whether the same request may succeed later without anyone changing anything. */
    public boolean isTransient() {
        return kind.passing;
    }

    /** The kind that an HTTP status means by itself. */
    public static Kind kindOf(int status) {
        return switch (status) {
            case 401 -> Kind.UNAUTHORIZED;
            case 403 -> Kind.FORBIDDEN;
            case 404, 410 -> Kind.NOT_FOUND;
            case 409, 412 -> Kind.CONFLICT;
            case 413 -> Kind.QUOTA;
            case 408, 429 -> Kind.UNAVAILABLE;
            default -> status >= 500 ? Kind.UNAVAILABLE : Kind.INVALID;
        };
    }
}
