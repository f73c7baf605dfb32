package dev.allmende.apiserver.tls;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Identities and authorities as the JDK's TLS wants them. */
public final class TlsContexts {

    private TlsContexts() {}

    /**
     * For a server that asks clients for certificates and leaves the judgement to the login, as Kubernetes does: the client
     * then reads a 401 instead of a broken connection.
     */
    public static SSLContext server(Identity own, X509Certificate... namedAuthorities) {
        return context(own.keyManager(), asksOnly(List.of(namedAuthorities)));
    }

    /** For a client without a certificate that trusts these authorities alone. */
    public static SSLContext client(List<X509Certificate> authorities) {
        return context(null, trust(authorities));
    }

    /** For a client with a certificate. */
    public static SSLContext client(Identity own, List<X509Certificate> authorities) {
        return context(own.keyManager(), trust(authorities));
    }

    private static SSLContext context(@Nullable KeyManager keys, TrustManager trust) {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(keys == null ? new KeyManager[0] : new KeyManager[] {keys}, new TrustManager[] {trust}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Trusts chains that lead to one of the authorities. */
    public static X509TrustManager trust(List<X509Certificate> authorities) {
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            int number = 0;
            for (var authority : authorities) {
                store.setCertificateEntry("authority-" + number++, authority);
            }
            var factory = TrustManagerFactory.getInstance("PKIX");
            factory.init(store);
            return (X509TrustManager) factory.getTrustManagers()[0];
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * For the server side alone: takes any client certificate, so that {@code ClientCertificates} can judge it. TLS still
     * makes the client prove that it has the key.
     *
     * @param named authorities that clients with several certificates are told of
     */
    public static X509ExtendedTrustManager asksOnly(List<X509Certificate> named) {
        return new AsksOnly(named);
    }

    private static final class AsksOnly extends X509ExtendedTrustManager {

        private final List<X509Certificate> named;

        AsksOnly(List<X509Certificate> named) {
            this.named = List.copyOf(named);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {
            throw notForClients();
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket) {
            throw notForClients();
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {
            throw notForClients();
        }

        private static UnsupportedOperationException notForClients() {
            return new UnsupportedOperationException("trusts no server: for the server side of a connection only");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return named.toArray(X509Certificate[]::new);
        }
    }
}
