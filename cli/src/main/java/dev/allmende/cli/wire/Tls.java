package dev.allmende.cli.wire;

import dev.allmende.cli.ExitCode;
import dev.allmende.cli.UserError;
import dev.allmende.openstack.config.Secret;
import dev.allmende.openstack.transport.Pem;
import dev.allmende.openstack.transport.PemKey;
import dev.allmende.openstack.transport.Trust;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Whose certificates a server may have, and ours.
 *
 * @param source of both, for messages: a file or an option
 * @param authorities PEM; empty for those of the JDK and the machine
 * @param own shown to servers that ask for one
 */
public record Tls(String source, Optional<String> authorities, Optional<Own> own) {

    /** A client certificate with its chain, and its key, both PEM. */
    public record Own(String certificates, Secret key) {}

    public static final Tls STANDARD = new Tls("", Optional.empty(), Optional.empty());

    /** Trusts the authorities in a file alone. */
    public static Tls trusting(Path file) throws IOException {
        return new Tls(
                file.toString(), Optional.of(Files.readString(file, StandardCharsets.ISO_8859_1)), Optional.empty());
    }

    /** @throws UserError when there is no certificate or key to be read */
    public SSLContext context() {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(keys(), new TrustManager[] {new Trust(trusted())}, null);
            return context;
        } catch (GeneralSecurityException | IOException broken) {
            throw new UserError(
                    ExitCode.DATA, source + ": certificate or key cannot be read: " + broken.getMessage(), broken);
        }
    }

    private Optional<X509ExtendedTrustManager> trusted() throws GeneralSecurityException, IOException {
        if (authorities.isEmpty()) {
            return Optional.empty();
        }
        var store = emptyStore();
        for (var certificate : certificates(authorities.get())) {
            store.setCertificateEntry("ca" + store.size(), certificate);
        }
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return Arrays.stream(factory.getTrustManagers())
                .filter(X509ExtendedTrustManager.class::isInstance)
                .map(X509ExtendedTrustManager.class::cast)
                .findFirst();
    }

    private KeyManager @Nullable [] keys() throws GeneralSecurityException, IOException {
        if (own.isEmpty()) {
            return null;
        }
        var chain = certificates(own.get().certificates()).toArray(Certificate[]::new);
        var algorithm = chain[0].getPublicKey().getAlgorithm();
        var key = PemKey.read(own.get().key().reveal(), algorithm)
                .orElseThrow(
                        () -> new UserError(ExitCode.DATA, source + ": holds no unencrypted private key in PEM form"));
        var store = emptyStore();
        store.setKeyEntry("own", key, new char[0], chain);
        var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, new char[0]);
        return factory.getKeyManagers();
    }

    private static KeyStore emptyStore() throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private List<Certificate> certificates(String pem) throws GeneralSecurityException {
        var factory = CertificateFactory.getInstance("X.509");
        var certificates = new ArrayList<Certificate>();
        for (var der : Pem.blocks(pem, "CERTIFICATE")) {
            certificates.add(factory.generateCertificate(new ByteArrayInputStream(der)));
        }
        if (certificates.isEmpty()) {
            throw new UserError(ExitCode.DATA, source + ": holds no certificate in PEM form");
        }
        return certificates;
    }
}
