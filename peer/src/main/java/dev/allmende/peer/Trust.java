package dev.allmende.peer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** Whom we believe, where that is not the machine's authorities; and TLS for those who speak over a connection of their own. */
public final class Trust {

    /** A bundle may hold comments and keys between the certificates, which the JDK's reader does not take. */
    private static final Pattern CERTIFICATE =
            Pattern.compile("-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\\s]+-----END CERTIFICATE-----");

    private Trust() {}

    /** That a text has no certificate in PEM form. */
    public static final class NoCertificate extends GeneralSecurityException {
        NoCertificate() {
            super("it holds no certificate in PEM form");
        }
    }

    /**
     * Trust in these authorities and in no other.
     *
     * @param pem certificates, with whatever else between them
     * @throws NoCertificate when there is none
     * @throws GeneralSecurityException when one cannot be read
     */
    public static SSLContext only(String pem) throws GeneralSecurityException, IOException {
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store(pem));
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private static KeyStore store(String pem) throws GeneralSecurityException, IOException {
        var factory = CertificateFactory.getInstance("X.509");
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        var found = CERTIFICATE.matcher(pem);
        while (found.find()) {
            var text = new ByteArrayInputStream(found.group().getBytes(StandardCharsets.US_ASCII));
            store.setCertificateEntry("ca" + store.size(), factory.generateCertificate(text));
        }
        if (store.size() == 0) {
            throw new NoCertificate();
        }
        return store;
    }

    /** Speaks TLS on a connection, with a server that proves this name (RFC 2818); closing it closes the connection. */
    public static SSLSocket secure(SSLSocketFactory factory, Socket plain, String host, int port) throws IOException {
        var secure = (SSLSocket) factory.createSocket(plain, host, port, true);
        var parameters = secure.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secure.setSSLParameters(parameters);
        secure.startHandshake();
        return secure;
    }
}
