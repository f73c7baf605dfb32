package dev.allmende.apiserver.authn.oidc;

import dev.allmende.apiserver.authn.jwt.PublicKeys;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * An issuer whose tokens are taken, and what they mean here (apiserver.config.k8s.io JWTAuthenticator; its expressions in
 * CEL are not understood, see {@link AuthenticationConfiguration}).
 *
 * @param url as in the tokens' {@code iss}; its discovery document is found below it
 * @param discovery where the discovery document is found instead
 * @param audiences one of which a token must be for
 * @param username which claim names the user
 * @param groups which claim, a text or a list, names the groups
 * @param requiredClaims claims that a token must have, with these texts
 * @param algorithms a subset of {@link PublicKeys#ALGORITHMS}
 * @param clockSkew how far the issuer's clock may be from ours
 */
public record OidcIssuer(
        String url,
        Optional<URI> discovery,
        List<String> audiences,
        Claim username,
        Optional<Claim> groups,
        Map<String, String> requiredClaims,
        Set<String> algorithms,
        Duration clockSkew) {

    public static final Duration USUAL_SKEW = Duration.ofSeconds(30);

    private static final String WELL_KNOWN = "/.well-known/openid-configuration";

    /** @param prefix put before what the claim says; may be empty */
    public record Claim(String name, String prefix) {}

    public OidcIssuer {
        audiences = List.copyOf(audiences);
        requiredClaims = Map.copyOf(requiredClaims);
        algorithms = Set.copyOf(algorithms);
        var address = https(url);
        if (address.getQuery() != null || address.getFragment() != null) {
            throw new IllegalArgumentException("OIDC issuer %s: must have neither query nor fragment".formatted(url));
        }
        discovery.ifPresent(at -> https(at.toString()));
        if (audiences.isEmpty()) {
            throw new IllegalArgumentException(
                    "OIDC issuer %s: name an audience, the client id say; else tokens for others would do"
                            .formatted(url));
        }
        if (algorithms.isEmpty() || !PublicKeys.ALGORITHMS.containsAll(algorithms)) {
            throw new IllegalArgumentException("OIDC issuer %s: algorithms may be %s, not %s"
                    .formatted(url, new TreeSet<>(PublicKeys.ALGORITHMS), algorithms));
        }
    }

    /** Users are {@code sub}, with the prefix {@code URL#}; all algorithms that are no shared secrets. */
    public static OidcIssuer of(String url, String... audiences) {
        return new OidcIssuer(
                url,
                Optional.empty(),
                List.of(audiences),
                new Claim("sub", url + "#"),
                Optional.empty(),
                Map.of(),
                PublicKeys.ALGORITHMS,
                USUAL_SKEW);
    }

    public OidcIssuer withUsername(String claim, String prefix) {
        return new OidcIssuer(
                url, discovery, audiences, new Claim(claim, prefix), groups, requiredClaims, algorithms, clockSkew);
    }

    public OidcIssuer withGroups(String claim, String prefix) {
        return new OidcIssuer(
                url,
                discovery,
                audiences,
                username,
                Optional.of(new Claim(claim, prefix)),
                requiredClaims,
                algorithms,
                clockSkew);
    }

    public OidcIssuer withRequiredClaims(Map<String, String> required) {
        return new OidcIssuer(url, discovery, audiences, username, groups, required, algorithms, clockSkew);
    }

    public OidcIssuer withAlgorithms(Set<String> allowed) {
        return new OidcIssuer(url, discovery, audiences, username, groups, requiredClaims, allowed, clockSkew);
    }

    /** Where the discovery document is. */
    URI discoveryAddress() {
        return discovery.orElseGet(() ->
                URI.create((url.endsWith("/") ? url.substring(0, url.length() - 1) : url) + WELL_KNOWN));
    }

    private static URI https(String url) {
        try {
            var address = URI.create(url);
            if ("https".equals(address.getScheme()) && address.getHost() != null) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new IllegalArgumentException("OIDC issuer %s: must be an https address".formatted(url));
    }
}
