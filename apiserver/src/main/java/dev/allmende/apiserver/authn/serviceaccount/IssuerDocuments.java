package dev.allmende.apiserver.authn.serviceaccount;

import com.nimbusds.jose.jwk.JWKSet;
import dev.allmende.apiserver.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.TreeSet;

/**
 * What others need to check our tokens themselves: the answers at {@value #CONFIGURATION_PATH} (OpenID Connect Discovery
 * 1.0) and at {@value #KEYS_PATH} (RFC 7517). Both hold only public things.
 */
public final class IssuerDocuments {

    public static final String CONFIGURATION_PATH = "/.well-known/openid-configuration";
    public static final String KEYS_PATH = "/openid/v1/jwks";

    /** Media type of {@link #keys}. */
    public static final String KEYS_TYPE = "application/jwk-set+json";

    private final byte[] configuration;
    private final byte[] keys;

    /** @param keysUrl where {@link #keys} can be fetched, such as {@code https://host:6443/openid/v1/jwks} */
    public IssuerDocuments(String issuer, String keysUrl, SigningKeys signing) {
        var json = Json.object().put("issuer", issuer).put("jwks_uri", keysUrl);
        json.putArray("response_types_supported").add("id_token");
        json.putArray("subject_types_supported").add("public");
        var algorithms = new TreeSet<String>();
        signing.published().forEach(key -> algorithms.add(key.getAlgorithm().getName()));
        algorithms.forEach(json.putArray("id_token_signing_alg_values_supported")::add);
        this.configuration = Json.write(json);
        var set = new JWKSet(signing.published());
        this.keys = set.toString(true).getBytes(StandardCharsets.UTF_8);
    }

    public byte[] configuration() {
        return configuration.clone();
    }

    public byte[] keys() {
        return keys.clone();
    }
}
