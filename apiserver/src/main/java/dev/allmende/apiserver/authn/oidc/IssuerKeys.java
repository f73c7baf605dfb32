package dev.allmende.apiserver.authn.oidc;

import dev.allmende.apiserver.authn.jwt.PublicKeys;
import dev.allmende.apiserver.json.Json;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The keys an issuer publishes. Fetched when first needed; again when a token names a key that is not among them (the
 * issuer has changed keys), and once an hour (it may have withdrawn one). Keys stay in use while the issuer is down.
 * Tokens with made-up key names cause no more than one fetch in ten seconds.
 */
final class IssuerKeys {

    static final Duration LEAST_PAUSE = Duration.ofSeconds(10);
    static final Duration OLDEST = Duration.ofHours(1);

    private static final System.Logger LOG = System.getLogger(IssuerKeys.class.getName());

    private final OidcIssuer issuer;
    private final Fetch fetch;
    private final InstantSource clock;
    private final ReentrantLock fetching = new ReentrantLock();
    private volatile State state = new State(PublicKeys.of(List.of()), Instant.EPOCH, Instant.EPOCH);

    /**
     * @param fetched when the keys were fetched
     * @param tried when they were last asked for, with or without success
     */
    private record State(PublicKeys keys, Instant fetched, Instant tried) {}

    IssuerKeys(OidcIssuer issuer, Fetch fetch, InstantSource clock) {
        this.issuer = issuer;
        this.fetch = fetch;
        this.clock = clock;
    }

    /** The keys, fetched anew if need be, to check a signature by the key of this name. */
    PublicKeys keysFor(String keyId) {
        var now = clock.instant();
        if (!state.keys().has(keyId)) {
            // Whoever comes while keys are being fetched waits for them.
            fetching.lock();
            try {
                if (!state.keys().has(keyId)) {
                    refresh(now);
                }
            } finally {
                fetching.unlock();
            }
        } else if (state.fetched().plus(OLDEST).isBefore(now) && fetching.tryLock()) {
            try {
                refresh(now);
            } finally {
                fetching.unlock();
            }
        }
        return state.keys();
    }

    /** Why there are no keys, for the reason of a refusal. */
    Optional<String> missing() {
        return state.keys().size() == 0
                ? Optional.of("no keys of the issuer could be fetched yet from " + issuer.discoveryAddress())
                : Optional.empty();
    }

    private void refresh(Instant now) {
        var before = state;
        if (now.isBefore(before.tried().plus(LEAST_PAUSE))) {
            return;
        }
        try {
            state = new State(fetchKeys(), now, now);
        } catch (IOException | Json.MalformedJson | IllegalArgumentException e) {
            state = new State(before.keys(), before.fetched(), now);
            LOG.log(System.Logger.Level.WARNING, "OIDC issuer {0}: keys not fetched: {1}", issuer.url(), e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private PublicKeys fetchKeys() throws IOException, InterruptedException {
        var document = Json.readObject(fetch.fetch(issuer.discoveryAddress()));
        var named = Json.string(document, "issuer");
        if (!named.equals(issuer.url())) {
            throw new IOException("%s names another issuer: \"%s\"".formatted(issuer.discoveryAddress(), named));
        }
        var address = Json.string(document, "jwks_uri");
        if (!address.startsWith("https://")) {
            throw new IOException("%s: jwks_uri is no https address".formatted(issuer.discoveryAddress()));
        }
        var keys = PublicKeys.parse(fetch.fetch(URI.create(address)));
        if (keys.size() == 0) {
            throw new IOException("%s: holds no key that can be used".formatted(address));
        }
        return keys;
    }
}
