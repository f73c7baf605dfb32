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
    private final Trouble trouble;
    private final String said;

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
        this.trouble = Trouble.of(kind);
        this.said = "";
    }

    /** A service refused: {@code said} are its own words. */
    OpenStackException(String message, Answer answer, String said) {
        super(message);
        this.kind = Fault.kind(answer, said);
        this.status = answer.status();
        this.requestId = answer.requestId();
        this.trouble = Fault.trouble(answer, said);
        this.said = said;
    }

    public Kind kind() {
        return kind;
    }

    /** What a caller that tries again and again may expect. */
    public Trouble trouble() {
        return trouble;
    }

    /** The service's own words, one line, without cloud and URL: fit to be shown to a tenant. Empty when it gave none. */
    public String said() {
        return said;
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
