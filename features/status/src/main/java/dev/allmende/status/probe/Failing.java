package dev.allmende.status.probe;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;

/** Classes of errors: few, so that they may stand in figures. */
public enum Failing {
    DNS("dns"),
    CONNECT("connect"),
    TLS("tls"),
    TIMEOUT("timeout"),
    DENIED("401/403"),
    NOT_FOUND("404"),
    CONFLICT("409"),
    TOO_MANY("429"),
    REFUSED("4xx"),
    SERVER("5xx"),
    BODY("body"),
    /** The service says itself that it is not well. */
    UNHEALTHY("unhealthy"),
    /** Something in our own reach: the login, the route, this host. It says nothing of what was asked. */
    OURS("ours");

    private final String word;

    Failing(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /** Of a status that is not good. */
    static Failing ofStatus(int status) {
        return switch (status) {
            case 401, 403 -> DENIED;
            case 404, 410 -> NOT_FOUND;
            case 409 -> CONFLICT;
            case 429 -> TOO_MANY;
            default -> status >= 500 ? SERVER : REFUSED;
        };
    }

    static Failing of(IOException lost) {
        return switch (lost) {
            case UnknownHostException unknown -> DNS;
            case SocketTimeoutException late -> TIMEOUT;
            case NoRouteToHostException cutOff -> OURS;
            case ConnectException refused -> CONNECT;
            case SSLException untrusted -> TLS;
            default -> CONNECT;
        };
    }
}
