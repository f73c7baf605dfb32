package dev.allmende.server.shell.visit;

import dev.allmende.apiserver.request.ApiRequest;
import dev.allmende.server.shell.login.Session;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One request to the pages.
 *
 * @param parts of the path below {@code /ui}, decoded
 */
public record Visit(
        ApiRequest request, List<String> parts, Cookies cookies, Display display, Optional<Session> session) {

    public static Visit of(ApiRequest request, Cookies cookies, Optional<Session> session) {
        var parts = Arrays.stream(request.path().split("/", -1))
                .filter(part -> !part.isEmpty())
                .skip(1)
                .toList();
        return new Visit(request, parts, cookies, Display.of(cookies, request.headers()), session);
    }

    public boolean isPost() {
        return request.method().equals("POST");
    }

    /** Path and query as sent: where to come back to. */
    public String address() {
        return request.uri();
    }

    /** The host and port that the browser speaks to; empty when it says none. */
    public String host() {
        return request.headers().text("Host");
    }

    /** Where browsers reach this server, without a slash at its end: as it was told, else as this one says. */
    public String own(Optional<URI> told) {
        return told.map(address -> address.toString().replaceAll("/+$", "")).orElseGet(() -> "https://" + host());
    }

    /** Who a form is made for: the session, else the visitor's cookie; empty when there is neither. */
    public String reader() {
        return session.map(signedIn -> "session " + signedIn.key())
                .orElseGet(() ->
                        cookies.text(Cookies.VISITOR).isEmpty() ? "" : "visitor " + cookies.text(Cookies.VISITOR));
    }
}
