package dev.allmende.apiserver.authn.jwt;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.util.Base64URL;
import dev.allmende.apiserver.json.Json;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Base64;
import java.util.Optional;

/**
 * A signed token, taken apart and not yet believed.
 *
 * @param unproven the claims as they stand there; {@link PublicKeys#proves} says whether to believe them
 */
public record Jwt(JWSHeader header, Claims unproven, byte[] signed, Base64URL signature) {

    /** Longer tokens do not fit into the headers that servers take. */
    private static final int LONGEST = 16 * 1024;

    /** Reads a token in compact form; empty for anything that is not a signed JWT. */
    public static Optional<Jwt> parse(String token) {
        int first = token.indexOf('.');
        int second = token.indexOf('.', first + 1);
        if (first < 1 || second < 0 || token.indexOf('.', second + 1) >= 0 || token.length() > LONGEST) {
            return Optional.empty();
        }
        var head = decoded(token.substring(0, first));
        var payload = decoded(token.substring(first + 1, second));
        var signature = decoded(token.substring(second + 1));
        if (head.isEmpty() || payload.isEmpty() || signature.isEmpty()) {
            return Optional.empty();
        }
        try {
            var claims = new Claims(Json.readObject(payload.get()));
            var signed = token.substring(0, second).getBytes(StandardCharsets.US_ASCII);
            return header(head.get()).map(header -> new Jwt(header, claims, signed, Base64URL.encode(signature.get())));
        } catch (Json.MalformedJson e) {
            return Optional.empty();
        }
    }

    /** Only the one right spelling of some bytes is taken, so that one token is one text. */
    private static Optional<byte[]> decoded(String base64) {
        try {
            var bytes = Base64.getUrlDecoder().decode(base64);
            var right = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            return right.equals(base64) ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<JWSHeader> header(byte[] json) {
        try {
            var header = JWSHeader.parse(Json.text(Json.readObject(json)));
            // Extensions that must be understood are not understood here.
            return header.getCriticalParams() == null && header.isBase64URLEncodePayload()
                    ? Optional.of(header)
                    : Optional.empty();
        } catch (ParseException | RuntimeException e) {
            // The library throws this and that for fields of odd types; what it cannot read is no header.
            return Optional.empty();
        }
    }

    public JWSAlgorithm algorithm() {
        return header.getAlgorithm();
    }

    /** The key's name in the header, empty when it names none. */
    public String keyId() {
        return header.getKeyID() == null ? "" : header.getKeyID();
    }
}
