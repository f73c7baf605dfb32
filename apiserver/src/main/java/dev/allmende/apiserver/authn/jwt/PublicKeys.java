package dev.allmende.apiserver.authn.jwt;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import dev.allmende.apiserver.json.Json;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Public keys for signatures. Only keys with a private half are taken, RSA from 2048 bits and elliptic curves: what would
 * make a public key a shared secret ({@code oct}, HS256 and the like) cannot be expressed.
 */
public final class PublicKeys {

    /** All signature algorithms that can be checked here. */
    public static final Set<String> ALGORITHMS =
            Set.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512");

    private static final int SMALLEST_RSA = 2048;

    private record Verifying(JWK key, JWSVerifier verifier) {}

    private final List<Verifying> keys;

    private PublicKeys(List<Verifying> keys) {
        this.keys = List.copyOf(keys);
    }

    /** Keys that cannot be used are left out. */
    public static PublicKeys of(List<? extends JWK> keys) {
        var usable = new ArrayList<Verifying>();
        for (var key : keys) {
            try {
                switch (key) {
                    case RSAKey rsa
                    when rsa.size() >= SMALLEST_RSA -> usable.add(new Verifying(key, new RSASSAVerifier(rsa)));
                    case ECKey ec
                    when !KeyUse.ENCRYPTION.equals(ec.getKeyUse()) ->
                        usable.add(new Verifying(key, new ECDSAVerifier(ec)));
                    default -> {
                        // no public key for signatures
                    }
                }
            } catch (JOSEException e) {
                // a curve that is not for signatures here
            }
        }
        return new PublicKeys(usable);
    }

    /** Reads a JWK set (RFC 7517, 5). Keys that are not understood are left out. */
    public static PublicKeys parse(byte[] jwks) {
        var keys = new ArrayList<JWK>();
        for (var key : Json.readObject(jwks).path("keys")) {
            try {
                keys.add(JWK.parse(Json.text(key)));
            } catch (ParseException | IllegalArgumentException | IllegalStateException e) {
                // an unknown kind, or a broken one: others in the set may still do
            }
        }
        return of(keys);
    }

    public int size() {
        return keys.size();
    }

    /** Whether a key of this name is here; without a name, whether any is. */
    public boolean has(String keyId) {
        return keyId.isEmpty()
                ? !keys.isEmpty()
                : keys.stream().anyMatch(one -> keyId.equals(one.key().getKeyID()));
    }

    /** Whether one of the keys has signed the token, with one of these algorithms. */
    public boolean proves(Jwt token, Set<String> algorithms) {
        var algorithm = token.algorithm();
        return algorithms.contains(algorithm.getName())
                && keys.stream().anyMatch(one -> fits(one, token.keyId(), algorithm) && proves(one, token));
    }

    private static boolean fits(Verifying one, String keyId, JWSAlgorithm algorithm) {
        boolean named = keyId.isEmpty() || keyId.equals(one.key().getKeyID());
        boolean meant =
                one.key().getAlgorithm() == null || one.key().getAlgorithm().equals(algorithm);
        return named && meant && one.verifier().supportedJWSAlgorithms().contains(algorithm);
    }

    private static boolean proves(Verifying one, Jwt token) {
        try {
            return one.verifier().verify(token.header(), token.signed(), token.signature());
        } catch (JOSEException | IllegalArgumentException e) {
            return false;
        }
    }
}
