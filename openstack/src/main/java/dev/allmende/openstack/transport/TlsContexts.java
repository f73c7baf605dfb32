package dev.allmende.openstack.transport;

import dev.allmende.openstack.config.ConfigException;
import dev.allmende.openstack.config.TlsSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** Makes the TLS context of a cloud from its settings. */
final class TlsContexts {

    /** What messages call the authorities that came as text. */
    private static final String BUNDLE = "the CA bundle";

    private TlsContexts() {}

    /**
     * Files that the settings name are looked at here, so that a wrong path is told whatever the cloud speaks; reading a
     * bundle of a hundred authorities waits until TLS is spoken.
     */
    static SSLContext of(String cloud, TlsSettings tls) {
        tls.cacert().filter(file -> tls.verify()).ifPresent(file -> look(cloud, "cacert", file));
        tls.authorities().filter(pem -> tls.verify()).ifPresent(pem -> certificates(cloud, BUNDLE, pem));
        return tls.cert().isEmpty() ? LazyTls.of(() -> make(cloud, tls)) : make(cloud, tls);
    }

    private static void look(String cloud, String setting, Path file) {
        if (!text(cloud, setting, file).contains("-----BEGIN CERTIFICATE-----")) {
            throw none(cloud, setting + " " + file);
        }
    }

    private static ConfigException none(String cloud, String source) {
        return new ConfigException("cloud '" + cloud + "': " + source + " holds no certificate in PEM form");
    }

    private static SSLContext make(String cloud, TlsSettings tls) {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(ownKey(cloud, tls), trust(cloud, tls), null);
            return context;
        } catch (GeneralSecurityException | IOException impossible) {
            throw new ConfigException(
                    "cloud '" + cloud + "': TLS cannot be set up: " + impossible.getMessage(), impossible);
        }
    }

    private static TrustManager[] trust(String cloud, TlsSettings tls) throws GeneralSecurityException, IOException {
        if (!tls.verify()) {
            return new TrustManager[] {new TrustAll()};
        }
        if (tls.authorities().isPresent()) {
            var given = certificates(cloud, BUNDLE, tls.authorities().get());
            return new TrustManager[] {new Trust(Optional.of(authorities(store(given))))};
        }
        if (tls.cacert().isEmpty()) {
            return new TrustManager[] {new Trust(Optional.empty())};
        }
        var file = tls.cacert().get();
        return new TrustManager[] {new Trust(Optional.of(authorities(store(certificates(cloud, "cacert", file)))))};
    }

    private static KeyManager @Nullable [] ownKey(String cloud, TlsSettings tls)
            throws GeneralSecurityException, IOException {
        if (tls.cert().isEmpty()) {
            return null;
        }
        var file = tls.cert().get();
        var chain = certificates(cloud, "cert", file).toArray(Certificate[]::new);
        var keyFile = tls.key().orElse(file);
        var key = PemKey.read(
                        text(cloud, "key", keyFile), chain[0].getPublicKey().getAlgorithm())
                .orElseThrow(() -> new ConfigException("cloud '" + cloud + "': key " + keyFile
                        + " holds no unencrypted private key in PEM form (PRIVATE KEY, RSA or EC PRIVATE KEY)"));
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("own", key, new char[0], chain);
        var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, new char[0]);
        return factory.getKeyManagers();
    }

    static X509ExtendedTrustManager authorities(@Nullable KeyStore store) throws GeneralSecurityException {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return Arrays.stream(factory.getTrustManagers())
                .filter(X509ExtendedTrustManager.class::isInstance)
                .map(X509ExtendedTrustManager.class::cast)
                .findFirst()
                .orElseThrow();
    }

    static KeyStore store(Collection<? extends Certificate> certificates) throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        var number = 0;
        for (var certificate : certificates) {
            store.setCertificateEntry("ca" + number++, certificate);
        }
        return store;
    }

    private static List<? extends Certificate> certificates(String cloud, String setting, Path file) {
        return certificates(cloud, setting + " " + file, text(cloud, setting, file));
    }

    private static List<? extends Certificate> certificates(String cloud, String source, String pem) {
        // A bundle may hold comments and keys between the certificates, which the JDK's reader does not take.
        var found = Pem.blocks(pem, "CERTIFICATE");
        if (found.isEmpty()) {
            throw none(cloud, source);
        }
        try {
            var factory = CertificateFactory.getInstance("X.509");
            var certificates = new java.util.ArrayList<Certificate>();
            for (var der : found) {
                certificates.add(factory.generateCertificate(new java.io.ByteArrayInputStream(der)));
            }
            return certificates;
        } catch (GeneralSecurityException broken) {
            throw new ConfigException("cloud '" + cloud + "': " + source + " holds a broken certificate", broken);
        }
    }

    private static String text(String cloud, String setting, Path file) {
        try {
            return Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1);
        } catch (IOException unreadable) {
            throw new ConfigException(
                    "cloud '" + cloud + "': " + setting + " " + file + " cannot be read: is the path right?",
                    unreadable);
        }
    }
}
