package dev.allmende.apiserver.authn;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came with a request.
 *
 * @param certificates the client's chain as TLS handed it over, its own certificate first; TLS has proved that the client
 *     has the key, not that anybody vouches for it
 */
public record Credentials(Optional<String> bearerToken, List<X509Certificate> certificates) {

    public static final Credentials NONE = new Credentials(Optional.empty(), List.of());

    public Credentials {
        certificates = List.copyOf(certificates);
    }

    /** @param authorization the header's value, or null; anything but a bearer token counts as nothing */
    public static Credentials of(@Nullable String authorization, List<X509Certificate> certificates) {
        return new Credentials(bearer(authorization), certificates);
    }

    private static Optional<String> bearer(@Nullable String authorization) {
        if (authorization == null) {
            return Optional.empty();
        }
        var parts = authorization.strip().split(" ", 3);
        return parts.length >= 2 && parts[0].equalsIgnoreCase("bearer") && !parts[1].isEmpty()
                ? Optional.of(parts[1])
                : Optional.empty();
    }

    /** Says what is there without saying it: tokens must not reach a log. */
    @Override
    public String toString() {
        return "Credentials[token=%s, certificates=%d]"
                .formatted(bearerToken.isPresent() ? "given" : "none", certificates.size());
    }
}
