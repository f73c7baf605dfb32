package dev.allmende.openstack.transport;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Trusts the authorities of the settings; or those of the JDK and, when those do not know the server's, those of the
 * machine: an operator puts the cloud's own authority there, and Python's clients on Debian trust it.
 */
public final class Trust extends X509ExtendedTrustManager {

    private static final Path BUNDLE = Path.of("/etc/ssl/certs/ca-certificates.crt");

    private final Optional<X509ExtendedTrustManager> own;
    /** Loaded at the first use: a cloud without TLS should not pay for it. */
    private @Nullable X509ExtendedTrustManager jdk;

    /** @param own empty for the JDK's and the machine's */
    public Trust(Optional<X509ExtendedTrustManager> own) {
        this.own = own;
    }

    private interface Check {
        void by(X509ExtendedTrustManager authorities) throws CertificateException;
    }

    private void check(X509Certificate[] chain, Check check) throws CertificateException {
        try {
            check.by(first());
        } catch (CertificateException unknown) {
            var machine = own.isPresent() ? Optional.<X509ExtendedTrustManager>empty() : machine();
            if (machine.isEmpty()) {
                throw unknown;
            }
            check.by(machine.get());
        }
        // The JDK does not look at the dates of a certificate that is trusted itself; OpenSSL does.
        chain[0].checkValidity();
    }

    private synchronized X509ExtendedTrustManager first() {
        if (own.isPresent()) {
            return own.get();
        }
        if (jdk == null) {
            try {
                jdk = TlsContexts.authorities(null);
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException("the JDK has no authorities", impossible);
            }
        }
        return jdk;
    }

    private static Optional<X509ExtendedTrustManager> machine() {
        if (!Files.isReadable(BUNDLE)) {
            return Optional.empty();
        }
        try {
            var factory = CertificateFactory.getInstance("X.509");
            var all = new ArrayList<java.security.cert.Certificate>();
            for (var der : Pem.blocks(Files.readString(BUNDLE, StandardCharsets.ISO_8859_1), "CERTIFICATE")) {
                all.add(factory.generateCertificate(new java.io.ByteArrayInputStream(der)));
            }
            return all.isEmpty() ? Optional.empty() : Optional.of(TlsContexts.authorities(TlsContexts.store(all)));
        } catch (IOException | GeneralSecurityException broken) {
            return Optional.empty();
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        check(chain, authorities -> authorities.checkServerTrusted(chain, authType, engine));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        check(chain, authorities -> authorities.checkServerTrusted(chain, authType, socket));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        check(chain, authorities -> authorities.checkServerTrusted(chain, authType));
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        first().checkClientTrusted(chain, authType, engine);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        first().checkClientTrusted(chain, authType, socket);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        first().checkClientTrusted(chain, authType);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return first().getAcceptedIssuers();
    }
}
