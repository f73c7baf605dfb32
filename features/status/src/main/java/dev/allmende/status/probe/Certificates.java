package dev.allmende.status.probe;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
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
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Whom a probe trusts, and when a certificate ends. */
final class Certificates {

    /** Below it a probe fails: nobody renews a certificate in less. */
    private static final Duration LAST_CALL = Duration.ofDays(3);

    private Certificates() {}

    /** @param authorities in PEM; null for those of the machine */
    static SSLSocketFactory trusting(@Nullable String authorities) throws SSLException {
        try {
            return authorities == null ? SSLContext.getDefault().getSocketFactory() : only(authorities);
        } catch (GeneralSecurityException | IOException broken) {
            throw new SSLException("caBundle cannot be used: " + broken.getMessage(), broken);
        }
    }

    private static SSLSocketFactory only(String pem) throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null);
        int number = 0;
        var bytes = new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII));
        for (var certificate : CertificateFactory.getInstance("X.509").generateCertificates(bytes)) {
            store.setCertificateEntry("ca" + number++, certificate);
        }
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context.getSocketFactory();
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
