package dev.allmende.openstack.transport;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Makes authorities and certificates with the running JDK's keytool. */
final class Certificates {

    private static final String PASSWORD = "changeit";

    private final Path folder;

    Certificates(Path folder) {
        this.folder = folder;
    }

    /** A self-signed certificate and its key. */
    Path make(String name, String algorithm, String... further) throws IOException, InterruptedException {
        var store = folder.resolve(name + ".p12");
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                name,
                "-dname",
                "CN=" + name,
                "-keyalg",
                algorithm,
                "-keystore",
                store.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD));
        command.addAll(List.of(further));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException("keytool failed: " + output);
        }
        return store;
    }

    /** The certificate as PEM, with a comment before it as bundles have. */
    Path certificate(String name) throws IOException, GeneralSecurityException {
        return pem(name + ".crt", "CERTIFICATE", load(name).getCertificate(name).getEncoded());
    }

    Path key(String name) throws IOException, GeneralSecurityException {
        return pem(name + ".key", "PRIVATE KEY", pkcs8(name));
    }

    byte[] pkcs8(String name) throws IOException, GeneralSecurityException {
        return load(name).getKey(name, PASSWORD.toCharArray()).getEncoded();
    }

    Path pem(String file, String label, byte[] der) throws IOException {
        var text = "# made for a test\n-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder().encodeToString(der) + "\n-----END " + label + "-----\n";
        return Files.writeString(folder.resolve(file), text);
    }

    /** For a server; asks clients for a certificate that equals the given one, when there is one. */
    SSLContext server(String name, @Nullable String client) throws IOException, GeneralSecurityException {
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(load(name), PASSWORD.toCharArray());
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        if (client != null) {
            trust.init(TlsContexts.store(List.of(load(client).getCertificate(client))));
        }
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), client == null ? null : trust.getTrustManagers(), null);
        return context;
    }

    private KeyStore load(String name) throws IOException, GeneralSecurityException {
        return KeyStore.getInstance(folder.resolve(name + ".p12").toFile(), PASSWORD.toCharArray());
    }
}
