package dev.allmende.openstack;

import java.util.Optional;

/**
 * A cloud could not be asked, or refused. The message is one line that names the cloud, the URL and the remedy; it never
 * holds a secret.
 */
public class OpenStackException extends RuntimeException {

    /** What went wrong, as far as a caller must tell it apart. */
    public enum Kind {
        /** The configuration is missing, unreadable or contradictory. */
        CONFIG,
        /** The credential was refused (wrong password, expired or revoked). */
        CREDENTIAL,
        /** The certificate of the server is not trusted, or TLS failed otherwise. */
        TLS,
        /** No connection: name not found, refused, timed out, cut off. Transient. */
        CONNECTION,
        /** The service is not in the catalog, or not in this region or interface. */
        MISSING_SERVICE,
        /** 403: logged in, but not allowed. */
        FORBIDDEN,
        /** 404 or 410. */
        NOT_FOUND,
        /** 409: conflicts with the state of the resource. */
        CONFLICT,
        /** 413 or 403 with a quota message. */
        QUOTA,
        /** 429, 502, 503, 504 after all retries. Transient. */
        UNAVAILABLE,
        /** Any other answer that says the request was wrong. */
        REFUSED,
        /** The answer was not what the API promises. */
        GARBLED
    }

    private final Kind kind;
    private final int status;
    private final Optional<String> requestId;

    public OpenStackException(Kind kind, String message) {
        this(kind, message, 0, Optional.empty(), Optional.empty());
    }

    public OpenStackException(Kind kind, String message, Throwable cause) {
        this(kind, message, 0, Optional.empty(), Optional.of(cause));
    }

    public OpenStackException(
            Kind kind, String message, int status, Optional<String> requestId, Optional<Throwable> cause) {
        super(message, cause.orElse(null));
        this.kind = kind;
        this.status = status;
        this.requestId = requestId;
    }

    public Kind kind() {
        return kind;
    }

    /** The HTTP status that led here; 0 when there was no answer. */
    public int status() {
        return status;
    }

    public Optional<String> requestId() {
        return requestId;
    }

    /** Whether the same request may succeed later without anyone changing anything. */
    public boolean isTransient() {
        return kind == Kind.CONNECTION || kind == Kind.UNAVAILABLE;
    }
}
