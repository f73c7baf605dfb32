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
import java.util.function.Supplier;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Trusts the authorities of the JDK and, when those do not know the server's, those of the machine: an operator puts
 * the cloud's own authority there, and Python's clients on Debian trust it. The machine's bundle is read only then.
 */
final class MachineTrust extends X509ExtendedTrustManager {

    private static final Path BUNDLE = Path.of("/etc/ssl/certs/ca-certificates.crt");

    /** Loaded at the first use: a cloud without TLS should not pay for it. */
    private final Supplier<X509ExtendedTrustManager> jdk = new Supplier<>() {
        private @Nullable X509ExtendedTrustManager loaded;

        @Override
        public synchronized X509ExtendedTrustManager get() {
            if (loaded == null) {
                try {
                    loaded = TlsContexts.authorities(null);
                } catch (GeneralSecurityException impossible) {
                    throw new IllegalStateException("the JDK has no authorities", impossible);
                }
            }
            return loaded;
        }
    };

    private interface Check {
        void by(X509ExtendedTrustManager authorities) throws CertificateException;
    }

    private void check(Check check) throws CertificateException {
        try {
            check.by(jdk.get());
        } catch (CertificateException unknown) {
            var machine = machine();
            if (machine.isEmpty()) {
                throw unknown;
            }
            check.by(machine.get());
        }
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
        check(authorities -> authorities.checkServerTrusted(chain, authType, engine));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        check(authorities -> authorities.checkServerTrusted(chain, authType, socket));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        check(authorities -> authorities.checkServerTrusted(chain, authType));
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
            throws CertificateException {
        jdk.get().checkClientTrusted(chain, authType, engine);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
            throws CertificateException {
        jdk.get().checkClientTrusted(chain, authType, socket);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        jdk.get().checkClientTrusted(chain, authType);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return jdk.get().getAcceptedIssuers();
    }
}
