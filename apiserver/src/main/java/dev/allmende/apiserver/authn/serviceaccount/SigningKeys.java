package dev.allmende.apiserver.authn.serviceaccount;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import dev.allmende.apiserver.authn.jwt.PublicKeys;
import dev.allmende.apiserver.tls.Pem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The keys of this server as an issuer of tokens: one file in PEM with a private key, its public key, and possibly more
 * public keys. The first signs, all of them count: to change keys, put a new pair at the top, and drop the old public key
 * when its last token is over. Elliptic curves P-256, P-384, P-521, or RSA.
 */
public final class SigningKeys {

    private final JWK first;
    private final JWSAlgorithm algorithm;
    private final JWSSigner signer;
    private final List<JWK> published;
    private final PublicKeys publicKeys;

    private SigningKeys(PrivateKey privateKey, List<JWK> published) throws JOSEException {
        this.published = List.copyOf(published);
        this.first = published.getFirst();
        this.algorithm = JWSAlgorithm.parse(first.getAlgorithm().getName());
        this.signer = privateKey instanceof ECPrivateKey ec ? new ECDSASigner(ec) : new RSASSASigner(privateKey);
        this.publicKeys = PublicKeys.of(published);
    }

    /** Reads the file, or makes a P-256 key and the file (mode 0600) when there is none. */
    public static SigningKeys open(Path file) throws IOException {
        try {
            if (!Files.exists(file)) {
                var generator = KeyPairGenerator.getInstance("EC");
                generator.initialize(new ECGenParameterSpec("secp256r1"));
                var pair = generator.generateKeyPair();
                Pem.writeSecret(file, Pem.text(pair.getPrivate()) + Pem.text(pair.getPublic()));
            }
            return read(file);
        } catch (GeneralSecurityException | JOSEException e) {
            throw new IOException("%s: cannot be used to sign: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static SigningKeys read(Path file) throws IOException, GeneralSecurityException, JOSEException {
        @Nullable PrivateKey privateKey = null;
        var published = new ArrayList<JWK>();
        for (var block : Pem.read(file)) {
            switch (block.label()) {
                case "PRIVATE KEY" -> privateKey = privateKey == null ? block.privateKey() : privateKey;
                case "PUBLIC KEY" -> published.add(jwk(block.publicKey()));
                default -> {
                    // not ours
                }
            }
        }
        if (privateKey == null || published.isEmpty()) {
            throw new IOException(
                    "%s: expected a PRIVATE KEY and its PUBLIC KEY in PEM; without the file a new pair is made"
                            .formatted(file));
        }
        return new SigningKeys(privateKey, published);
    }

    private static JWK jwk(PublicKey key) throws GeneralSecurityException {
        var keyId = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(key.getEncoded()));
        return switch (key) {
            case ECPublicKey ec -> {
                var curve = Curve.forECParameterSpec(ec.getParams());
                yield new ECKey.Builder(curve, ec)
                        .keyID(keyId)
                        .keyUse(KeyUse.SIGNATURE)
                        .algorithm(algorithm(curve))
                        .build();
            }
            case RSAPublicKey rsa ->
                new RSAKey.Builder(rsa)
                        .keyID(keyId)
                        .keyUse(KeyUse.SIGNATURE)
                        .algorithm(JWSAlgorithm.RS256)
                        .build();
            default -> throw new GeneralSecurityException("neither an EC nor an RSA key");
        };
    }

    private static JWSAlgorithm algorithm(Curve curve) throws GeneralSecurityException {
        if (Curve.P_256.equals(curve)) {
            return JWSAlgorithm.ES256;
        }
        if (Curve.P_384.equals(curve)) {
            return JWSAlgorithm.ES384;
        }
        if (Curve.P_521.equals(curve)) {
            return JWSAlgorithm.ES512;
        }
        throw new GeneralSecurityException("the curve is none of P-256, P-384, P-521");
    }

    JWSAlgorithm algorithm() {
        return algorithm;
    }

    String keyId() {
        return first.getKeyID();
    }

    JWSSigner signer() {
        return signer;
    }

    PublicKeys publicKeys() {
        return publicKeys;
    }

    List<JWK> published() {
        return published;
    }
}
