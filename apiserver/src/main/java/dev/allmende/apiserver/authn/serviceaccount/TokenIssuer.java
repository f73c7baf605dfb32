package dev.allmende.apiserver.authn.serviceaccount;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.util.Base64URL;
import dev.allmende.apiserver.authn.serviceaccount.ServiceAccounts.Found;
import dev.allmende.apiserver.authn.serviceaccount.TokenOrder.Bound;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.resource.GroupResource;
import dev.allmende.apiserver.resource.GroupVersion;
import dev.allmende.apiserver.status.FieldError;
import dev.allmende.apiserver.status.StatusException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Makes tokens for service accounts: the {@code token} subresource, TokenRequest of authentication.k8s.io/v1 (Kubernetes
 * registry/core/serviceaccount/storage/token.go).
 */
public final class TokenIssuer {

    private static final GroupResource TOKEN_REQUEST = new GroupResource("authentication.k8s.io", "TokenRequest");
    private static final GroupResource SERVICE_ACCOUNTS = new GroupResource("", "serviceaccounts");
    private static final Set<String> BINDABLE = Set.of("Pod", "Node", "Secret");
    private static final long SHORTEST_SECONDS = 600;
    private static final long LONGEST_SECONDS = 1L << 32;
    private static final long DEFAULT_SECONDS = 3600;

    private final Issuer issuer;
    private final SigningKeys keys;
    private final ServiceAccounts accounts;
    private final InstantSource clock;
    private final Supplier<String> tokenIds;

    /**
     * How this server names itself.
     *
     * @param url the {@code iss} of its tokens
     * @param audiences of tokens that ask for none
     * @param longestSeconds longer requests are cut to this, with a warning; 0 for no limit
     */
    public record Issuer(String url, List<String> audiences, long longestSeconds) {
        public Issuer {
            audiences = List.copyOf(audiences);
        }
    }

    /**
     * A token that was made.
     *
     * @param answer the TokenRequest with its status; holds the token: not to be logged
     * @param credentialId for the audit log: {@code JTI=...}
     */
    public record Issued(ObjectNode answer, String credentialId, List<String> warnings) {}

    /** @param tokenIds makes a new {@code jti} at each call, a UUID say */
    public TokenIssuer(
            Issuer issuer, SigningKeys keys, ServiceAccounts accounts, InstantSource clock, Supplier<String> tokenIds) {
        this.issuer = issuer;
        this.keys = keys;
        this.accounts = accounts;
        this.clock = clock;
        this.tokenIds = tokenIds;
    }

    /**
     * Makes a token.
     *
     * @param namespace of the path
     * @param name of the path
     * @throws StatusException 404 for an unknown account or Secret, 409 for another uid, 422 for a bad duration
     */
    public Issued issue(String namespace, String name, ObjectNode request) {
        matchPath(request, "name", name, name);
        matchPath(request, "namespace", namespace, name);
        var account = accounts.serviceAccount(namespace, name)
                .orElseThrow(() -> StatusException.notFound(SERVICE_ACCOUNTS, name));
        var uid = Json.string(request, "metadata", "uid");
        if (!uid.isEmpty() && !uid.equals(account.uid())) {
            throw StatusException.conflict(
                    TOKEN_REQUEST,
                    name,
                    "the UID in the token request (%s) does not match the UID of the service account (%s)"
                            .formatted(uid, account.uid()));
        }
        var warnings = new ArrayList<String>();
        long seconds = limited(seconds(request), warnings);
        var order =
                new TokenOrder(namespace, name, account.uid(), audiences(request), seconds, bound(namespace, request));
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        var tokenId = tokenIds.get();
        var token = signed(order.claims(issuer.url(), now, tokenId));
        var answer = order.answer(Json.at(request, "spec", "boundObjectRef"), now, token);
        return new Issued(answer, "JTI=" + tokenId, List.copyOf(warnings));
    }

    private static void matchPath(ObjectNode request, String field, String wanted, String name) {
        var given = Json.string(request, "metadata", field);
        if (!given.isEmpty() && !given.equals(wanted)) {
            var what = field.equals("name") ? "name" : "namespace";
            throw invalid(
                    name,
                    FieldError.invalid(
                            "metadata." + field,
                            '"' + given + '"',
                            "must match the service account %s if specified".formatted(what)));
        }
    }

    private static long seconds(ObjectNode request) {
        var given = Json.at(request, "spec", "expirationSeconds");
        long seconds = given.isNumber() ? given.longValue() : DEFAULT_SECONDS;
        if (seconds < SHORTEST_SECONDS) {
            throw invalid("", duration(seconds, "may not specify a duration less than 10 minutes"));
        }
        if (seconds > LONGEST_SECONDS) {
            throw invalid("", duration(seconds, "may not specify a duration larger than 2^32 seconds"));
        }
        return seconds;
    }

    private static FieldError duration(long seconds, String wrong) {
        return FieldError.invalid("spec.expirationSeconds", Long.toString(seconds), wrong);
    }

    private long limited(long seconds, List<String> warnings) {
        if (issuer.longestSeconds() <= 0 || seconds <= issuer.longestSeconds()) {
            return seconds;
        }
        warnings.add("requested expiration of %d seconds shortened to %d seconds"
                .formatted(seconds, issuer.longestSeconds()));
        return issuer.longestSeconds();
    }

    private static StatusException invalid(String name, FieldError error) {
        return StatusException.invalid(TOKEN_REQUEST.group(), "TokenRequest", name, List.of(error));
    }

    private List<String> audiences(ObjectNode request) {
        var audiences = new ArrayList<String>();
        Json.at(request, "spec", "audiences").forEach(audience -> audiences.add(audience.asText()));
        return audiences.isEmpty() ? issuer.audiences() : List.copyOf(audiences);
    }

    /** The Secret that the token is to live and die with; pods and nodes are not served here and so never found. */
    private Optional<Bound> bound(String namespace, ObjectNode request) {
        var reference = Json.at(request, "spec", "boundObjectRef");
        if (!reference.isObject()) {
            return Optional.empty();
        }
        var kind = Json.string(reference, "kind");
        var name = Json.string(reference, "name");
        var version = GroupVersion.parse(Json.string(reference, "apiVersion"));
        if (!version.group().isEmpty() || !BINDABLE.contains(kind)) {
            throw StatusException.badRequest("cannot bind token to object of type %s/%s, Kind=%s"
                    .formatted(version.group(), version.version(), kind));
        }
        var resource = new GroupResource("", kind.toLowerCase(Locale.ROOT) + "s");
        var found = kind.equals("Secret")
                ? accounts.secret(namespace, name).orElseThrow(() -> StatusException.notFound(resource, name))
                : missing(resource, name);
        var uid = Json.string(reference, "uid");
        if (!uid.isEmpty() && !uid.equals(found.uid())) {
            throw StatusException.conflict(
                    new GroupResource("", kind),
                    name,
                    ("the UID in the bound object reference (%s) does not match the UID in record. "
                                    + "The object might have been deleted and then recreated")
                            .formatted(uid));
        }
        return Optional.of(new Bound(kind.toLowerCase(Locale.ROOT), name, found.uid()));
    }

    private static Found missing(GroupResource resource, String name) {
        throw StatusException.notFound(resource, name);
    }

    private String signed(ObjectNode claims) {
        try {
            var header =
                    new JWSHeader.Builder(keys.algorithm()).keyID(keys.keyId()).build();
            var text = header.toBase64URL() + "." + Base64URL.encode(Json.write(claims));
            var signature = keys.signer().sign(header, text.getBytes(StandardCharsets.US_ASCII));
            return text + "." + signature;
        } catch (JOSEException e) {
            throw new IllegalStateException("signing a token failed: " + e.getMessage(), e);
        }
    }
}
