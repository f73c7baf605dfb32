package dev.allmende.openstack.transport;

import dev.allmende.openstack.config.TlsSettings;
import java.net.URI;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** Says in one line why TLS failed and what helps. */
final class TlsTrouble {

    private TlsTrouble() {}

    /** Empty when the failure has nothing to do with TLS. */
    static Optional<String> of(Throwable failure, URI uri, TlsSettings tls) {
        var tlsFailed = false;
        Optional<String> reason = Optional.empty();
        for (Throwable at = failure; at != null; at = at.getCause()) {
            tlsFailed |= at instanceof SSLException;
            var found = reason(at, uri, tls);
            if (found.isPresent()) {
                // The deepest is the cause of the others.
                reason = found;
            }
        }
        return tlsFailed ? reason.or(() -> Optional.of("TLS failed: " + failure.getMessage())) : Optional.empty();
    }

    private static Optional<String> reason(Throwable at, URI uri, TlsSettings tls) {
        var message = at.getMessage() == null ? "" : at.getMessage();
        return Optional.ofNullable(
                switch (at) {
                    case CertificateExpiredException expired ->
                        "the server's certificate has expired (" + expired.getMessage() + "): it must be renewed";
                    case CertificateNotYetValidException early ->
                        "the server's certificate is not valid yet (" + early.getMessage() + "): check the clock";
                    case CertPathBuilderException unknown -> unknownAuthority(tls);
                    case CertificateException name
                    when message.startsWith("No ") ->
                        "the server's certificate is not for host '" + uri.getHost() + "' (" + message
                                + "): use the name in the certificate as auth_url or in the catalog";
                    case SSLException plain
                    when message.toLowerCase(java.util.Locale.ROOT).contains("unrecognized ssl message") ->
                        "the server does not speak TLS on this port: use http:// or the right port";
                    case SSLException refused
                    when message.contains("certificate_required") || message.contains("bad_certificate") ->
                        "the server wants a client certificate (" + message + "): set cert and key in clouds.yaml";
                    default -> null;
                });
    }

    private static String unknownAuthority(TlsSettings tls) {
        return tls.cacert()
                .map(file -> "the server's certificate is not signed by an authority in cacert " + file
                        + ": put the authority's certificate into that file")
                .orElse("the server's certificate is signed by an unknown authority:"
                        + " set cacert in clouds.yaml to the file with its certificate");
    }
}
