package dev.allmende.cli.wire;

import dev.allmende.cli.ExitCode;
import dev.allmende.cli.UserError;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** A server gave no answer. The message is one line: which address, why, and what helps. */
public final class NoAnswer extends Exception {

    private final boolean passing;

    private NoAnswer(String message, boolean passing, IOException cause) {
        super(message, cause);
        this.passing = passing;
    }

    /** @param authoritiesAt the option or file that names the authorities to trust */
    static NoAnswer of(IOException cause, URI uri, String authoritiesAt) {
        return chain(cause)
                .map(at -> certificate(at, uri, authoritiesAt))
                .flatMap(Optional::stream)
                .reduce((first, deeper) -> deeper)
                .map(why -> new NoAnswer(uri + ": " + why, false, cause))
                .orElseGet(() -> new NoAnswer(
                        "%s: %s; check the address and whether the server runs".formatted(uri, reason(cause)),
                        true,
                        cause));
    }

    private static Optional<String> certificate(Throwable at, URI uri, String authoritiesAt) {
        var message = String.valueOf(at.getMessage());
        return switch (at) {
            case CertificateExpiredException expired ->
                Optional.of("its certificate has expired (" + expired.getMessage() + "): it must be renewed");
            case CertificateNotYetValidException early ->
                Optional.of("its certificate is not valid yet (" + early.getMessage() + "): check the clock");
            case CertPathBuilderException _ ->
                Optional.of("its certificate is signed by an unknown authority: name the authority's with "
                        + authoritiesAt);
            case CertificateException name
            when message.startsWith("No ") ->
                Optional.of("its certificate is not for " + uri.getHost() + " (" + name.getMessage() + ")");
            case SSLException refused
            when message.contains("certificate_required") || message.contains("bad_certificate") ->
                Optional.of("it wants another client certificate (" + message + ")");
            case SSLException plain
            when message.contains("plaintext") || message.contains("nrecognized SSL") ->
                Optional.of("it does not speak TLS on this port");
            default -> Optional.empty();
        };
    }

    private static String reason(IOException cause) {
        if (chain(cause).anyMatch(UnresolvedAddressException.class::isInstance)) {
            return "the host name is unknown";
        }
        return switch (cause) {
            case ConnectException _ -> "no connection";
            case java.net.http.HttpTimeoutException _ -> "no answer in time";
            default -> "the connection broke (" + cause.getMessage() + ")";
        };
    }

    private static Stream<Throwable> chain(Throwable first) {
        return Stream.iterate(first, at -> at != null, Throwable::getCause);
    }

    /** Whether another try may help. */
    public boolean passing() {
        return passing;
    }

    public UserError asUserError() {
        return new UserError(ExitCode.UNAVAILABLE, String.valueOf(getMessage()), this);
    }
}
