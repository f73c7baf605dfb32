package dev.allmende.central.onboarding;

import dev.allmende.peer.junit.FakePeer;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/** TLS before a cloud that speaks none; its certificate can be changed while it runs. */
final class TlsFront implements AutoCloseable {

    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final Set<String> HOP =
            Set.of("connection", "content-length", "host", "transfer-encoding", "upgrade");

    /** A self-signed certificate for 127.0.0.1 and its key. */
    record Identity(PrivateKey key, X509Certificate certificate) {

        String pem() throws GeneralSecurityException {
            return "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder().encodeToString(certificate.getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        }

        static Identity make(Path folder, String name)
                throws IOException, GeneralSecurityException, InterruptedException {
            var file = folder.resolve(name + ".p12");
            var keytool =
                    Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
            var process = new ProcessBuilder(List.of(
                            keytool,
                            "-genkeypair",
                            "-alias",
                            name,
                            "-dname",
                            "CN=" + name,
                            "-keyalg",
                            "EC",
                            "-ext",
                            "san=ip:127.0.0.1",
                            "-keystore",
                            file.toString(),
                            "-storetype",
                            "PKCS12",
                            "-storepass",
                            new String(PASSWORD)))
                    .redirectErrorStream(true)
                    .start();
            process.getInputStream().readAllBytes();
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException("keytool made no key");
            }
            var store = KeyStore.getInstance(file.toFile(), PASSWORD);
            return new Identity(
                    (PrivateKey) store.getKey(name, PASSWORD), (X509Certificate) store.getCertificate(name));
        }
    }

    private final AtomicReference<Identity> identity;
    private final HttpClient client = HttpClient.newHttpClient();
    private final String behind;
    private final FakePeer peer;

    /** @param behind scheme, host and port of the cloud */
    TlsFront(String behind, Identity first) throws GeneralSecurityException {
        this.behind = behind;
        identity = new AtomicReference<>(first);
        var context = SSLContext.getInstance("TLS");
        context.init(new KeyManager[] {new Keys(identity)}, null, null);
        peer = new FakePeer(Optional.of(context), this::pass);
    }

    String url() {
        return peer.uri().toString();
    }

    void show(Identity other) {
        identity.set(other);
    }

    private FakePeer.Said pass(FakePeer.Seen seen) throws IOException {
        var request = HttpRequest.newBuilder(URI.create(behind + seen.target()))
                .method(seen.method(), HttpRequest.BodyPublishers.ofByteArray(seen.body()));
        seen.headers().forEach((name, values) -> {
            if (!HOP.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        try {
            var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            var headers = new HashMap<String, String>();
            answer.headers().map().forEach((name, values) -> {
                if (!HOP.contains(name) && !name.startsWith(":")) {
                    headers.put(name, values.getFirst());
                }
            });
            var body = new String(answer.body(), StandardCharsets.UTF_8).replace(behind, url());
            return new FakePeer.Said(answer.statusCode(), Map.copyOf(headers), body.getBytes(StandardCharsets.UTF_8));
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
            throw new IOException(end);
        }
    }

    @Override
    public void close() {
        peer.close();
        client.close();
    }

    /** Shows what is the present identity at each handshake. */
    private static final class Keys extends X509ExtendedKeyManager {

        private final AtomicReference<Identity> identity;

        Keys(AtomicReference<Identity> identity) {
            this.identity = identity;
        }

        @Override
        public String chooseEngineServerAlias(String type, Principal @Nullable [] issuers, SSLEngine engine) {
            return "own";
        }

        @Override
        public String chooseServerAlias(String type, Principal @Nullable [] issuers, Socket socket) {
            return "own";
        }

        @Override
        public X509Certificate[] getCertificateChain(String alias) {
            return new X509Certificate[] {identity.get().certificate()};
        }

        @Override
        public PrivateKey getPrivateKey(String alias) {
            return identity.get().key();
        }

        @Override
        public String @Nullable [] getClientAliases(String type, Principal @Nullable [] issuers) {
            return null;
        }

        @Override
        public @Nullable String chooseClientAlias(String[] types, Principal @Nullable [] issuers, Socket socket) {
            return null;
        }

        @Override
        public String[] getServerAliases(String type, Principal @Nullable [] issuers) {
            return new String[] {"own"};
        }
    }
}
