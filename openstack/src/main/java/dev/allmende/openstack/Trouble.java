package dev.allmende.openstack;

import dev.allmende.openstack.OpenStackException.Kind;

/** What helps against a failed call: the classes that a controller tells apart. */
public enum Trouble {
    /** No answer, 429 or a server error: the same call may succeed a moment later. */
    TRANSIENT,
    /** The state of this or a neighbouring resource forbids it now: busy, in use, immutable, name taken. */
    CONFLICT,
    /** The project's limit is reached: the same call succeeds once others give room, or the limit is raised. */
    QUOTA,
    /** What the call names does not exist, or not for this project. */
    NOT_FOUND,
    /** The way in is shut: credential, its configuration, or the trust in the cloud's certificate must change. */
    UNAUTHORIZED,
    /** The call itself is wrong or not allowed: it fails until its content changes. */
    TERMINAL;

    static Trouble of(Kind kind) {
        return switch (kind) {
            case CONNECTION, UNAVAILABLE, GARBLED -> TRANSIENT;
            case CONFLICT -> CONFLICT;
            case QUOTA -> QUOTA;
            case NOT_FOUND -> NOT_FOUND;
            case CONFIG, CREDENTIAL, TLS -> UNAUTHORIZED;
            case MISSING_SERVICE, FORBIDDEN, REFUSED -> TERMINAL;
        };
    }
}
