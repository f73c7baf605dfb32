package dev.allmende.openstack.transport;

import dev.allmende.openstack.OpenStackException;
import dev.allmende.openstack.OpenStackException.Kind;
import dev.allmende.openstack.config.TlsSettings;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;

/** No answer came; knows why and what that means for another try. */
final class Lost extends Exception {

    /** How far the request got. */
    enum How {
        /** The service never saw it. */
        NEVER_CONNECTED,
        /** The service may have acted on it. */
        CUT_OFF,
        /** As cut off, and each further try costs the whole read limit again. */
        TOO_SLOW,
        /** Another try would end the same. */
        HOPELESS
    }

    private final Kind kind;
    private final How how;
    private final String what;

    private Lost(Kind kind, How how, String what, Throwable cause) {
        super(what, cause);
        this.kind = kind;
        this.how = how;
        this.what = what;
    }

    static Lost tooSlow(Duration limit, Throwable cause) {
        return new Lost(Kind.CONNECTION, How.TOO_SLOW, "no full answer within " + seconds(limit), cause);
    }

    static Lost of(Throwable cause, URI uri, TlsSettings tls, Duration connectLimit) {
        var large = chain(cause).filter(LimitedBody.TooLarge.class::isInstance).findFirst();
        if (large.isPresent()) {
            return new Lost(Kind.GARBLED, How.HOPELESS, large.get().getMessage() + "", cause);
        }
        var tlsTrouble = TlsTrouble.of(cause, uri, tls);
        if (tlsTrouble.isPresent()) {
            return new Lost(Kind.TLS, How.HOPELESS, tlsTrouble.get(), cause);
        }
        if (chain(cause)
                .anyMatch(at -> at instanceof UnresolvedAddressException || at instanceof UnknownHostException)) {
            return new Lost(Kind.CONNECTION, How.HOPELESS, "the host name is unknown", cause);
        }
        return switch (cause) {
            case HttpConnectTimeoutException slow ->
                new Lost(
                        Kind.CONNECTION,
                        How.NEVER_CONNECTED,
                        "no connection within " + seconds(connectLimit)
                                + (uri.getScheme().equals("https") ? ", TLS included" : ""),
                        slow);
            case ConnectException refused ->
                new Lost(Kind.CONNECTION, How.NEVER_CONNECTED, said(refused, "connection refused"), refused);
            default ->
                new Lost(
                        Kind.CONNECTION,
                        How.CUT_OFF,
                        "the connection broke (" + said(cause, "no reason given") + ")",
                        cause);
        };
    }

    How how() {
        return how;
    }

    OpenStackException asException(String cloud, Request request, int tries) {
        return new OpenStackException(
                kind,
                "cloud '" + cloud + "': " + request.label() + ": " + what
                        + (tries > 1 ? ", tried " + tries + " times" : "")
                        + (kind == Kind.CONNECTION ? "; check the URL and whether the service runs" : ""),
                this);
    }

    private static Stream<Throwable> chain(Throwable first) {
        return Stream.iterate(first, at -> at != null, Throwable::getCause);
    }

    private static String said(Throwable cause, String otherwise) {
        return chain(cause)
                .map(Throwable::getMessage)
                .filter(text -> text != null && !text.isEmpty())
                .map(text -> text.toLowerCase(Locale.ROOT))
                .findFirst()
                .orElse(otherwise);
    }

    private static String seconds(Duration limit) {
        return limit.toMillis() < 10_000 ? limit.toMillis() + " ms" : limit.toSeconds() + " s";
    }
}
