package dev.allmende.apiserver.authn.jwt;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.util.Base64URL;
import dev.allmende.apiserver.json.Json;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
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
        if (!base64url(token)) {
            return Optional.empty();
        }
        try {
            var header = JWSHeader.parse(new Base64URL(token.substring(0, first)));
            var payload = Json.readObject(new Base64URL(token.substring(first + 1, second)).decode());
            if (header.getCriticalParams() != null || !header.isBase64URLEncodePayload()) {
                return Optional.empty();
            }
            var signed = token.substring(0, second).getBytes(StandardCharsets.US_ASCII);
            return Optional.of(
                    new Jwt(header, new Claims(payload), signed, new Base64URL(token.substring(second + 1))));
        } catch (ParseException | Json.MalformedJson | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The decoder passes over letters that are none of base64url's: two texts would be one token. */
    private static boolean base64url(String token) {
        for (int i = 0; i < token.length(); i++) {
            char c = token.charAt(i);
            boolean good = (c >= 'A' && c <= 'Z')
                    || (c >= 'a' && c <= 'z')
                    || (c >= '0' && c <= '9')
                    || c == '-'
                    || c == '_'
                    || c == '.';
            if (!good) {
                return false;
            }
        }
        return true;
    }

    public JWSAlgorithm algorithm() {
        return header.getAlgorithm();
    }

    /** The key's name in the header, empty when it names none. */
    public String keyId() {
        return header.getKeyID() == null ? "" : header.getKeyID();
    }
}
