package dev.allmende.apiserver.authn.serviceaccount;

import dev.allmende.apiserver.authn.TokenAuthenticator;
import dev.allmende.apiserver.authn.User;
import dev.allmende.apiserver.authn.jwt.Claims;
import dev.allmende.apiserver.authn.jwt.Jwt;
import dev.allmende.apiserver.authn.jwt.PublicKeys;
import dev.allmende.apiserver.authn.serviceaccount.ServiceAccounts.Found;
import dev.allmende.apiserver.json.Quoted;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tokens that {@link TokenIssuer} has made (Kubernetes pkg/serviceaccount). A token is good as long as its service account,
 * and the Secret it is bound to, exist with the same uid.
 */
public final class ServiceAccountTokens implements TokenAuthenticator {

    /** Our own clock may have been set back since a token was made. */
    private static final Duration CLOCK_SET_BACK = Duration.ofMinutes(1);

    /** An object that is told to go and kept by finalizers counts as gone after this. */
    private static final Duration LEAVE = Duration.ofMinutes(1);

    private static final String CREDENTIAL_ID = "authentication.kubernetes.io/credential-id";
    private static final String KUBERNETES = "kubernetes.io";

    private final List<String> issuers;
    private final SigningKeys keys;
    private final ServiceAccounts accounts;
    private final InstantSource clock;

    /** @param issuers names this server has and had as an issuer, the one in use first */
    public ServiceAccountTokens(List<String> issuers, SigningKeys keys, ServiceAccounts accounts, InstantSource clock) {
        this.issuers = List.copyOf(issuers);
        this.keys = keys;
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public Verdict judge(String token, List<String> audiences) {
        var jwt = Jwt.parse(token);
        if (jwt.isEmpty() || !issuers.contains(jwt.get().unproven().issuer())) {
            return Unknown.VERDICT;
        }
        if (!keys.publicKeys().proves(jwt.get(), PublicKeys.ALGORITHMS)) {
            return new Refused("service account token: invalid signature");
        }
        return judge(jwt.get().unproven(), audiences);
    }

    private Verdict judge(Claims claims, List<String> audiences) {
        var untimely = claims.untimely(clock.instant(), CLOCK_SET_BACK, Duration.ZERO);
        if (untimely.isPresent()) {
            return new Refused("service account token " + untimely.get());
        }
        var fitting = claims.audiences().stream().filter(audiences::contains).toList();
        if (fitting.isEmpty()) {
            return new Refused("token audiences %s is invalid for the target audiences %s"
                    .formatted(Quoted.list(claims.audiences()), Quoted.list(audiences)));
        }
        var namespace = claims.at(KUBERNETES, "namespace").asText("");
        var name = claims.at(KUBERNETES, "serviceaccount", "name").asText("");
        var uid = claims.at(KUBERNETES, "serviceaccount", "uid").asText("");
        if (namespace.isEmpty() || name.isEmpty() || uid.isEmpty()) {
            return new Refused("service account token names no service account");
        }
        var secret = claims.at(KUBERNETES, "secret", "name").asText("");
        var secretUid = claims.at(KUBERNETES, "secret", "uid").asText("");
        Bond bond = () -> broken(namespace, name, uid)
                .or(() -> secret.isEmpty() ? Optional.empty() : brokenSecret(namespace, secret, secretUid));
        var broken = bond.broken();
        return broken.isPresent()
                ? new Refused(broken.get())
                : new Known(
                        user(namespace, name, uid, claims.id()),
                        fitting,
                        claims.time("exp").orElseThrow(),
                        bond);
    }

    private static User user(String namespace, String name, String uid, String tokenId) {
        return new User(
                "system:serviceaccount:" + namespace + ":" + name,
                uid,
                List.of("system:serviceaccounts", "system:serviceaccounts:" + namespace),
                tokenId.isEmpty() ? Map.of() : Map.of(CREDENTIAL_ID, List.of("JTI=" + tokenId)));
    }

    private Optional<String> broken(String namespace, String name, String uid) {
        var found = accounts.serviceAccount(namespace, name);
        if (found.isEmpty()) {
            return Optional.of("serviceaccounts \"%s\" not found".formatted(name));
        }
        if (!found.get().uid().equals(uid)) {
            return Optional.of("service account UID (%s) does not match claim (%s)"
                    .formatted(found.get().uid(), uid));
        }
        return gone(found.get())
                ? Optional.of("service account %s/%s has been deleted".formatted(namespace, name))
                : Optional.empty();
    }

    private Optional<String> brokenSecret(String namespace, String name, String uid) {
        var found = accounts.secret(namespace, name);
        if (found.isEmpty() || gone(found.get())) {
            return Optional.of("service account token has been invalidated");
        }
        return found.get().uid().equals(uid)
                ? Optional.empty()
                : Optional.of("secret UID (%s) does not match service account secret ref claim (%s)"
                        .formatted(found.get().uid(), uid));
    }

    private boolean gone(Found found) {
        Instant latest = clock.instant().minus(LEAVE);
        return found.deletionTimestamp().filter(latest::isAfter).isPresent();
    }
}
