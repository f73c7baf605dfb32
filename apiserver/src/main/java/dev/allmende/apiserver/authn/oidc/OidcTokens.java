package dev.allmende.apiserver.authn.oidc;

import dev.allmende.apiserver.authn.TokenAuthenticator;
import dev.allmende.apiserver.authn.User;
import dev.allmende.apiserver.authn.jwt.Claims;
import dev.allmende.apiserver.authn.jwt.Jwt;
import dev.allmende.apiserver.json.Quoted;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * ID tokens of one issuer (OpenID Connect Core 1.0, 3.1.3.7; Kubernetes apiserver, plugin/pkg/authenticator/token/oidc).
 * Stricter than Kubernetes in one point: no issuer can name a user or a group that begins with {@code system:}.
 */
public final class OidcTokens implements TokenAuthenticator {

    private static final String RESERVED = "system:";
    private static final String CREDENTIAL_ID = "authentication.kubernetes.io/credential-id";

    private final OidcIssuer issuer;
    private final IssuerKeys keys;
    private final InstantSource clock;

    public OidcTokens(OidcIssuer issuer, Fetch fetch, InstantSource clock) {
        this.issuer = issuer;
        this.keys = new IssuerKeys(issuer, fetch, clock);
        this.clock = clock;
    }

    @Override
    public Verdict judge(String token, List<String> audiences) {
        var jwt = Jwt.parse(token);
        if (jwt.isEmpty() || !jwt.get().unproven().issuer().equals(issuer.url())) {
            return Unknown.VERDICT;
        }
        if (!issuer.algorithms().contains(jwt.get().algorithm().getName())) {
            return refused("algorithm %s is not allowed"
                    .formatted(Quoted.text(jwt.get().algorithm().getName())));
        }
        if (!keys.keysFor(jwt.get().keyId()).proves(jwt.get(), issuer.algorithms())) {
            return refused(keys.missing().orElse("invalid signature"));
        }
        return judge(jwt.get().unproven());
    }

    private Verdict judge(Claims claims) {
        var wrong = claims.untimely(clock.instant(), issuer.clockSkew(), issuer.clockSkew())
                .map(what -> "token " + what)
                .or(() -> wrongAudience(claims))
                .or(() -> wrongClaim(claims));
        if (wrong.isPresent()) {
            return refused(wrong.get());
        }
        var name = claims.text(issuer.username().name());
        if (name.isEmpty()) {
            return refused("claim %s not present or no text"
                    .formatted(Quoted.text(issuer.username().name())));
        }
        var groups = new ArrayList<String>();
        issuer.groups()
                .ifPresent(claim -> claims.texts(claim.name()).forEach(group -> groups.add(claim.prefix() + group)));
        var user = new User(
                issuer.username().prefix() + name,
                "",
                groups,
                claims.id().isEmpty() ? Map.of() : Map.of(CREDENTIAL_ID, List.of("JTI=" + claims.id())));
        if (user.name().startsWith(RESERVED) || groups.stream().anyMatch(group -> group.startsWith(RESERVED))) {
            return refused("names beginning with \"system:\" are reserved: give the claim a prefix");
        }
        var end = claims.time("exp").orElseThrow().plus(issuer.clockSkew());
        return new Known(user, List.of(), end, Bond.NONE);
    }

    private Optional<String> wrongAudience(Claims claims) {
        return claims.audiences().stream().anyMatch(issuer.audiences()::contains)
                ? Optional.empty()
                : Optional.of("expected audience in %s got %s"
                        .formatted(Quoted.list(issuer.audiences()), Quoted.list(claims.audiences())));
    }

    private Optional<String> wrongClaim(Claims claims) {
        if (issuer.username().name().equals("email")
                && claims.json().has("email_verified")
                && !claims.at("email_verified").asBoolean()) {
            return Optional.of("email not verified");
        }
        for (var required : issuer.requiredClaims().entrySet()) {
            if (!claims.text(required.getKey()).equals(required.getValue())) {
                return Optional.of("required claim %s value does not match".formatted(Quoted.text(required.getKey())));
            }
        }
        return Optional.empty();
    }

    private static Refused refused(String why) {
        return new Refused("oidc: " + why);
    }
}
