package dev.allmende.openstack.identity;

import dev.allmende.openstack.Answer;
import dev.allmende.openstack.Fault;
import dev.allmende.openstack.Json;
import dev.allmende.openstack.OpenStackException;
import dev.allmende.openstack.OpenStackException.Kind;
import dev.allmende.openstack.catalog.VersionDocument;
import dev.allmende.openstack.catalog.VersionedUrl;
import dev.allmende.openstack.config.CloudConfig;
import dev.allmende.openstack.config.Credential;
import dev.allmende.openstack.config.Secret;
import dev.allmende.openstack.transport.Request;
import dev.allmende.openstack.transport.Transport;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Logs in to Keystone once for all threads, and again shortly before the token ends or when a service refuses it.
 * Thread-safe.
 */
public final class Login {

    private static final Duration MARGIN = Duration.ofSeconds(30);

    private final CloudConfig config;
    private final Transport transport;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable Issued current;
    private @Nullable OpenStackException refused;

    public Login(CloudConfig config, Transport transport, Clock clock) {
        this.config = config;
        this.transport = transport;
        this.clock = clock;
    }

    /**
     * A token in hand.
     *
     * @param renewAt empty when it cannot be renewed or never ends
     */
    public record Issued(Secret secret, Token facts, Optional<Instant> renewAt) {}

    /**
     * A token that is good for a while yet.
     *
     * @throws OpenStackException of kind CREDENTIAL when Keystone refuses; from then on always, without asking again,
     *     so that parallel requests do not lock the account
     */
    public Issued token() {
        var issued = current;
        return issued == null || ended(issued) ? renew(issued) : issued;
    }

    /** Another token than the one a service refused; asks Keystone only when nobody has yet. */
    public Issued insteadOf(Issued stale) {
        return renew(stale);
    }

    private boolean ended(Issued issued) {
        return issued.renewAt().filter(at -> !clock.instant().isBefore(at)).isPresent();
    }

    private Issued renew(@Nullable Issued stale) {
        lock.lock();
        try {
            var issued = current;
            if (issued != null && (stale == null || !issued.secret().equals(stale.secret()))) {
                return issued;
            }
            if (refused != null) {
                throw refused;
            }
            issued = logIn();
            current = issued;
            return issued;
        } catch (OpenStackException failed) {
            if (failed.kind() == Kind.CREDENTIAL) {
                refused = failed;
            }
            throw failed;
        } finally {
            lock.unlock();
        }
    }

    private Issued logIn() {
        var base = identityUrl();
        var request = new Request(
                "POST",
                URI.create(base + "/auth/tokens"),
                Map.of("Content-Type", "application/json", "Accept", "application/json"),
                AuthRequest.body(config.credential(), config.scope()),
                // A second token harms nobody.
                true);
        var answer = transport.send(request);
        if (answer.status() != 201 && answer.status() != 200) {
            throw refusal(request, answer);
        }
        var token = Json.tree(answer.body()).map(tree -> tree.path("token"));
        var secret = answer.header("x-subject-token");
        if (token.isEmpty() || !token.get().isObject() || secret.isEmpty()) {
            throw new OpenStackException(
                    Kind.GARBLED,
                    "cloud '" + config.name() + "': " + request.label()
                            + ": the answer is no Keystone v3 token; check auth_url in " + config.origin(),
                    answer.status(),
                    answer.requestId(),
                    Optional.empty());
        }
        return new Issued(
                new Secret(secret.get()),
                TokenReader.read(token.get()),
                TokenReader.instant(token.get(), "expires_at")
                        .flatMap(ends -> renewal(TokenReader.instant(token.get(), "issued_at"), ends)));
    }

    /** Counts the token's life from now, so that a clock which differs from Keystone's does no harm. */
    private Optional<Instant> renewal(Optional<Instant> issuedAt, Instant ends) {
        if (config.credential() instanceof Credential.IssuedToken) {
            return Optional.empty();
        }
        var now = clock.instant();
        var life = Duration.between(issuedAt.orElse(now), ends);
        if (life.isNegative() || life.isZero()) {
            return Optional.empty();
        }
        var margin = life.dividedBy(4).compareTo(MARGIN) < 0 ? life.dividedBy(4) : MARGIN;
        return Optional.of(now.plus(life).minus(margin));
    }

    /** Keystone's v3 URL; asks its root when the configured one names no version. */
    private String identityUrl() {
        var url = VersionedUrl.parse(config.authUrl());
        if (url.version().isPresent()) {
            return url.major() == 3 ? url.text() : url.root() + "/v3";
        }
        var root = transport.send(Request.get(URI.create(url.root() + "/")));
        return VersionDocument.read(root.body())
                .flatMap(document -> document.best(3))
                .flatMap(VersionDocument.Version::segment)
                .map(segment -> url.root() + "/" + segment)
                .orElse(url.root() + "/v3");
    }

    private OpenStackException refusal(Request request, Answer answer) {
        var said = Fault.message(answer).map(config.credential().secret()::removeFrom);
        var id = answer.requestId().map(text -> ", request id " + text).orElse("");
        var place = "cloud '" + config.name() + "': " + request.uri();
        var status = " (" + answer.status() + said.map(text -> ": " + text).orElse("") + id + ")";
        if (answer.status() == 404 && isUnknown(said.orElse(""))) {
            return notLetIn(place, status, answer);
        }
        return switch (answer.status()) {
            case 401, 403 -> notLetIn(place, status, answer);
            case 300, 301, 302, 303, 307, 308, 404, 405 ->
                exception(
                        Kind.NOT_FOUND,
                        place + " is no Keystone v3" + status + "; check auth_url in " + config.origin(),
                        answer);
            case 429, 500, 502, 503, 504 ->
                exception(Kind.UNAVAILABLE, place + " cannot log anyone in now" + status + "; try again later", answer);
            default ->
                exception(
                        Kind.REFUSED,
                        place + " did not take the login" + status + "; check " + config.origin(),
                        answer);
        };
    }

    /** Keystone's words for a token that it cannot read, and for an application credential that was deleted. */
    private boolean isUnknown(String said) {
        return switch (config.credential()) {
            case Credential.IssuedToken token -> said.contains("token");
            case Credential.ApplicationCredential application -> said.contains("Application Credential");
            case Credential.Password password -> false;
        };
    }

    private OpenStackException notLetIn(String place, String status, Answer answer) {
        return exception(
                Kind.CREDENTIAL, place + " refused " + config.credential().who() + status + remedy(), answer);
    }

    private String remedy() {
        return "; check "
                + switch (config.credential()) {
                    case Credential.Password ignored -> "username, password, user_domain_name and the project";
                    case Credential.ApplicationCredential ignored ->
                        "application_credential_id and _secret, and whether it has expired";
                    case Credential.IssuedToken ignored -> "the token: it may have expired";
                }
                + " in " + config.origin();
    }

    private static OpenStackException exception(Kind kind, String message, Answer answer) {
        return new OpenStackException(kind, message, answer.status(), answer.requestId(), Optional.empty());
    }
}
