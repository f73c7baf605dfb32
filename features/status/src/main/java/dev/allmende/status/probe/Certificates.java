package dev.allmende.status.probe;

import dev.allmende.peer.Trust;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** Whom a probe trusts, and when a certificate ends. */
final class Certificates {

    /** Below it a probe fails: nobody renews a certificate in less. */
    private static final Duration LAST_CALL = Duration.ofDays(3);

    private Certificates() {}

    /** @param authorities in PEM; null for those of the machine */
    static SSLSocketFactory trusting(@Nullable String authorities) throws SSLException {
        try {
            return authorities == null
                    ? SSLContext.getDefault().getSocketFactory()
                    : Trust.only(authorities).getSocketFactory();
        } catch (GeneralSecurityException | IOException broken) {
            throw new SSLException("caBundle cannot be used: " + broken.getMessage(), broken);
        }
    }

    /** When the first certificate of the chain that a server showed ends. */
    static Optional<Instant> end(SSLSession session) {
        try {
            return Arrays.stream(session.getPeerCertificates())
                    .flatMap(each -> each instanceof X509Certificate one ? Stream.of(one) : Stream.empty())
                    .map(certificate -> certificate.getNotAfter().toInstant())
                    .min(Comparator.naturalOrder());
        } catch (SSLPeerUnverifiedException none) {
            return Optional.empty();
        }
    }

    /**
     * Pure.
     *
     * @param days that must be left
     * @return what is to be said of it; empty when there is time
     */
    static Optional<String> judge(Instant end, Instant now, int days) throws Trouble {
        var left = Duration.between(now, end);
        var text = "the certificate expires in %d days, at %s".formatted(left.toDays(), end);
        if (left.compareTo(LAST_CALL) < 0) {
            throw new Trouble(Failing.TLS, text);
        }
        return left.compareTo(Duration.ofDays(days)) < 0 ? Optional.of(text) : Optional.empty();
    }
}
