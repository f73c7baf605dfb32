package dev.allmende.central.peer;

import dev.allmende.central.peer.PeerException.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Whom we believe: the JDK's authorities, or only those of a given bundle. */
final class Trust {

    /** A bundle may hold comments and keys between the certificates, which the JDK's reader does not take. */
    private static final Pattern CERTIFICATE =
            Pattern.compile("-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\\s]+-----END CERTIFICATE-----");

    private Trust() {}

    /**
     * @param authorities PEM text; empty for the JDK's
     * @throws PeerException of kind TLS when the text holds no certificate that can be read
     */
    static SSLContext context(String peer, Optional<String> authorities) {
        try {
            if (authorities.isEmpty()) {
                return SSLContext.getDefault();
            }
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store(peer, authorities.get()));
            var context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException broken) {
            throw new PeerException(
                    Kind.TLS,
                    peer + ": the CA bundle cannot be read (" + broken.getMessage()
                            + "): set ca.crt to certificates in PEM form",
                    broken);
        }
    }

    private static KeyStore store(String peer, String pem) throws GeneralSecurityException, IOException {
        var factory = CertificateFactory.getInstance("X.509");
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        var found = CERTIFICATE.matcher(pem);
        while (found.find()) {
            var text = new ByteArrayInputStream(found.group().getBytes(StandardCharsets.US_ASCII));
            var certificate = (X509Certificate) factory.generateCertificate(text);
            store.setCertificateEntry("ca" + store.size(), certificate);
        }
        if (store.size() == 0) {
            throw new PeerException(
                    Kind.TLS, 0, peer + ": the CA bundle holds no certificate: set ca.crt to certificates in PEM form");
        }
        return store;
    }
}
