package dev.allmende.bench.apiserver;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * Where a server is and who one is there.
 *
 * @param token empty when a certificate says it
 */
public record Place(String host, int port, SSLContext tls, String token) {

    /** Reads a kubeconfig with a client certificate. */
    public static Place of(Path kubeconfig) throws IOException, GeneralSecurityException {
        JsonNode config = new YAMLMapper().readTree(Files.readString(kubeconfig));
        var cluster = config.path("clusters").path(0).path("cluster");
        var user = config.path("users").path(0).path("user");
        var url = URI.create(cluster.path("server").asText());
        var authority = cluster.path("certificate-authority-data").asText();
        var keys = keys(
                user.path("client-certificate-data").asText(),
                user.path("client-key-data").asText());
        return new Place(url.getHost(), url.getPort(), context(authority, keys), "");
    }

    /** The same server, as the owner of a token. */
    Place with(String bearer, Path kubeconfig) throws IOException, GeneralSecurityException {
        JsonNode config = new YAMLMapper().readTree(Files.readString(kubeconfig));
        var authority = config.path("clusters")
                .path(0)
                .path("cluster")
                .path("certificate-authority-data")
                .asText();
        return new Place(host, port, context(authority, new KeyManager[0]), bearer);
    }

    private static SSLContext context(String authority, KeyManager[] keys)
            throws GeneralSecurityException, IOException {
        var trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("ca", certificate(authority));
        var trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(keys, trust.getTrustManagers(), null);
        return context;
    }

    private static KeyManager[] keys(String certificate, String key) throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("own", privateKey(key), new char[0], new Certificate[] {certificate(certificate)});
        var keys = KeyManagerFactory.getInstance("PKIX");
        keys.init(store, new char[0]);
        return keys.getKeyManagers();
    }

    private static Certificate certificate(String base64) throws GeneralSecurityException {
        var pem = Base64.getDecoder().decode(base64);
        return CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(pem));
    }

    private static PrivateKey privateKey(String base64) throws GeneralSecurityException {
        var pem = new String(Base64.getDecoder().decode(base64), StandardCharsets.US_ASCII);
        var der = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
        var spec = new PKCS8EncodedKeySpec(der);
        try {
            return KeyFactory.getInstance("RSA").generatePrivate(spec);
        } catch (InvalidKeySpecException elliptic) {
            return KeyFactory.getInstance("EC").generatePrivate(spec);
        }
    }
}
