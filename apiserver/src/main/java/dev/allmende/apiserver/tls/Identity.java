package dev.allmende.apiserver.tls;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/**
 * A private key with its certificates.
 *
 * @param chain the key's own certificate first
 */
public record Identity(List<X509Certificate> chain, PrivateKey key) {

    private static final String ALIAS = "own";

    public Identity {
        chain = List.copyOf(chain);
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("an identity needs a certificate");
        }
    }

    /**
     * Reads {@code NAME.crt} and {@code NAME.key}.
     *
     * @throws IOException also when the key is not that of the certificate, as after a crash between writing the two. The
     *     key's file holds the public key too: comparing it costs nothing at start, where signing to try it would
     */
    static Identity read(Path folder, String name) throws IOException {
        var keyFile = keyFile(folder, name);
        var identity = new Identity(Pem.certificates(certificateFile(folder, name)), Pem.privateKey(keyFile));
        var own = identity.certificate().getPublicKey().getEncoded();
        boolean matches = Pem.read(keyFile).stream()
                .anyMatch(block -> block.label().equals("PUBLIC KEY") && Arrays.equals(block.content(), own));
        if (!matches) {
            throw new IOException("%s: is not the key of the certificate beside it".formatted(keyFile));
        }
        return identity;
    }

    void write(Path folder, String name) throws IOException {
        Pem.writeSecret(keyFile(folder, name), keyPem() + Pem.text(certificate().getPublicKey()));
        Pem.writePublic(certificateFile(folder, name), certificatePem());
    }

    static boolean exists(Path folder, String name) {
        return Files.exists(certificateFile(folder, name)) && Files.exists(keyFile(folder, name));
    }

    private static Path certificateFile(Path folder, String name) {
        return folder.resolve(name + ".crt");
    }

    private static Path keyFile(Path folder, String name) {
        return folder.resolve(name + ".key");
    }

    public X509Certificate certificate() {
        return chain.getFirst();
    }

    public String certificatePem() {
        var text = new StringBuilder();
        chain.forEach(certificate -> text.append(Pem.text(certificate)));
        return text.toString();
    }

    public String keyPem() {
        return Pem.text(key);
    }

    /** In memory, under the alias {@code own}. */
    public KeyStore keyStore(char[] password) {
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, password);
            store.setKeyEntry(ALIAS, key, password, chain.toArray(X509Certificate[]::new));
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** For an SSL context. Does without a key store, whose encryption only costs time at start. */
    public X509ExtendedKeyManager keyManager() {
        return new OnlyKey(this);
    }

    /** The private key stays out of logs. */
    @Override
    public String toString() {
        return "Identity[" + certificate().getSubjectX500Principal() + "]";
    }

    /** Offers its one key to everybody whose peer can use it. */
    private static final class OnlyKey extends X509ExtendedKeyManager {

        private final Identity identity;

        OnlyKey(Identity identity) {
            this.identity = identity;
        }

        private @Nullable String aliasFor(String... keyTypes) {
            for (var type : keyTypes) {
                // TLS 1.2 names a suite's key exchange as well: EC_RSA and the like
                if (type.split("_", 2)[0].equals(identity.key().getAlgorithm())) {
                    return ALIAS;
                }
            }
            return null;
        }

        @Override
        public @Nullable String chooseEngineServerAlias(
                String keyType, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
            return aliasFor(keyType);
        }

        @Override
        public @Nullable String chooseServerAlias(
                String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
            return aliasFor(keyType);
        }

        @Override
        public @Nullable String chooseEngineClientAlias(
                String[] keyTypes, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
            return aliasFor(keyTypes);
        }

        @Override
        public @Nullable String chooseClientAlias(
                String[] keyTypes, Principal @Nullable [] issuers, @Nullable Socket socket) {
            return aliasFor(keyTypes);
        }

        @Override
        public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
            return aliases(keyType);
        }

        @Override
        public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
            return aliases(keyType);
        }

        private String @Nullable [] aliases(String keyType) {
            var alias = aliasFor(keyType);
            return alias == null ? null : new String[] {alias};
        }

        @Override
        public X509Certificate @Nullable [] getCertificateChain(String alias) {
            return alias.equals(ALIAS) ? identity.chain().toArray(X509Certificate[]::new) : null;
        }

        @Override
        public @Nullable PrivateKey getPrivateKey(String alias) {
            return alias.equals(ALIAS) ? identity.key() : null;
        }
    }
}
