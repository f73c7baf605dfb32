package dev.allmende.conformance.tls;

import dev.allmende.conformance.tls.EndpointTls.Certificate;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Shakes hands with one address, once per question, and hangs up.
 *
 * @param limit per connection and per read
 */
record Handshakes(String host, int port, Duration limit) {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** What they found. */
    record Found(List<String> versions, Optional<String> weakSuite, Optional<Certificate> certificate) {}

    /** @throws IOException when nobody listens there */
    Found all() throws IOException {
        connect().close();
        var versions = new ArrayList<String>();
        for (int minor = 0; minor <= 1; minor++) {
            int version = 0x0301 + minor;
            if (settled(new Hello(version, Suite.all()))
                    .filter(found -> found.version() == version)
                    .isPresent()) {
                versions.add("TLSv1." + minor);
            }
        }
        var weak = settled(new Hello(0x0303, Suite.all())).filter(found -> found.version() == 0x0303);
        var certificate = Optional.<Certificate>empty();
        for (var version : List.of("TLSv1.2", "TLSv1.3")) {
            var shaken = shake(version);
            if (shaken.isPresent()) {
                versions.add(version);
                certificate = shaken;
            }
        }
        if (weak.isPresent() && !versions.contains("TLSv1.2")) {
            versions.add("TLSv1.2");
        }
        return new Found(versions, weak.map(found -> Suite.name(found.suite())), certificate);
    }

    private Optional<Hello.Settled> settled(Hello hello) {
        try (var socket = connect()) {
            socket.getOutputStream().write(hello.bytes(host, RANDOM));
            socket.getOutputStream().flush();
            return Hello.answer(socket.getInputStream());
        } catch (IOException refused) {
            // A reset is as good a refusal as an alert.
            return Optional.empty();
        }
    }

    private Optional<Certificate> shake(String version) throws IOException {
        var seen = new Witness();
        try (var plain = connect();
                var socket = (SSLSocket) context(seen).getSocketFactory().createSocket(plain, host, port, true)) {
            socket.setEnabledProtocols(new String[] {version});
            socket.startHandshake();
            return seen.first().map(this::certificate);
        } catch (SSLException refused) {
            return Optional.empty();
        }
    }

    private Socket connect() throws IOException {
        var socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(host, port), Math.toIntExact(limit.toMillis()));
            socket.setSoTimeout(Math.toIntExact(limit.toMillis()));
            return socket;
        } catch (IOException nobody) {
            socket.close();
            throw nobody;
        }
    }

    private Certificate certificate(X509Certificate certificate) {
        var key = certificate.getPublicKey();
        int bits = switch (key) {
            case RSAKey rsa -> rsa.getModulus().bitLength();
            case ECKey ec -> ec.getParams().getOrder().bitLength();
            default -> 0;
        };
        return new Certificate(
                certificate.getSubjectX500Principal().getName(),
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant(),
                key.getAlgorithm(),
                bits,
                certificate.getSigAlgName(),
                names(certificate).stream().anyMatch(name -> covers(name, host)));
    }

    /** DNS names and addresses; the subject's common name does not count any more (RFC 9525, section 2). */
    private static List<String> names(X509Certificate certificate) {
        try {
            var alternatives = certificate.getSubjectAlternativeNames();
            return alternatives == null
                    ? List.of()
                    : alternatives.stream()
                            .filter(name -> name.get(0).equals(2) || name.get(0).equals(7))
                            .map(name -> String.valueOf(name.get(1)))
                            .toList();
        } catch (CertificateParsingException unreadable) {
            return List.of();
        }
    }

    /** A star stands for the whole first label and for nothing else (RFC 9525, section 6.3). */
    static boolean covers(String name, String host) {
        var pattern = name.toLowerCase(Locale.ROOT);
        var wanted = host.toLowerCase(Locale.ROOT);
        if (pattern.startsWith("*.")) {
            int dot = wanted.indexOf('.');
            return dot > 0 && wanted.substring(dot).equals(pattern.substring(1));
        }
        return pattern.equals(wanted);
    }

    private static SSLContext context(Witness witness) {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {witness}, RANDOM);
            return context;
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java has no TLS", missing);
        }
    }

    /** Trusts everybody, for it sends nothing, and remembers whom it met. */
    private static final class Witness extends X509ExtendedTrustManager {

        private X509Certificate[] chain = {};

        Optional<X509Certificate> first() {
            return chain.length == 0 ? Optional.empty() : Optional.of(chain[0]);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] met, String authType) {
            chain = met.clone();
        }

        @Override
        public void checkServerTrusted(X509Certificate[] met, String authType, Socket socket) {
            chain = met.clone();
        }

        @Override
        public void checkServerTrusted(X509Certificate[] met, String authType, javax.net.ssl.SSLEngine engine) {
            chain = met.clone();
        }

        @Override
        public void checkClientTrusted(X509Certificate[] met, String authType) {
            throw new UnsupportedOperationException("this is a client");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] met, String authType, Socket socket) {
            throw new UnsupportedOperationException("this is a client");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] met, String authType, javax.net.ssl.SSLEngine engine) {
            throw new UnsupportedOperationException("this is a client");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
