package dev.allmende.apiserver.authn;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What can be made of a good JWT, none of it good. */
public final class BadTokens {

    private static final String BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final String SIGNS = BASE64 + ".=+/ \n\u0000é{}\"";
    private static final List<String> HEADERS = List.of(
            "{\"alg\":\"none\"}",
            "{\"alg\":\"None\"}",
            "{\"alg\":\"HS256\"}",
            "{\"alg\":\"ES384\"}",
            "{\"alg\":\"RS256\"}",
            "{\"alg\":\"ES256K\"}",
            "{\"alg\":\"EdDSA\"}",
            "{\"alg\":\"dir\",\"enc\":\"A128GCM\"}",
            "{\"alg\":\"\"}",
            "{\"alg\":null}",
            "{\"alg\":7}",
            "{}",
            "[]",
            "null",
            "{\"alg\":\"ES256\",\"crit\":[\"x\"],\"x\":1}",
            "{\"alg\":\"ES256\",\"b64\":false,\"crit\":[\"b64\"]}",
            "{\"alg\":\"ES256\",\"jwk\":{\"kty\":\"EC\"}}",
            "{\"alg\":\"ES256\",\"x5c\":[\"AAAA\"]}",
            "{\"alg\":\"ES256\",\"kid\":[]}",
            "{\"alg\":\"ES256\",\"alg\":\"none\"}");

    private final String good;
    private final String header;
    private final String claims;
    private final String signature;
    private final Random random;

    public BadTokens(String good, Random random) {
        var parts = good.split("\\.", 3);
        this.good = good;
        this.header = parts[0];
        this.claims = parts[1];
        this.signature = parts[2];
        this.random = random;
    }

    private Stream<String> others(Stream<String> tokens) {
        return tokens.filter(token -> !token.equals(good));
    }

    public Stream<String> changedCharacters(int count) {
        return others(IntStream.range(0, count).mapToObj(i -> {
            var mutated = new StringBuilder(good);
            for (int change = random.nextInt(3); change >= 0; change--) {
                mutated.setCharAt(random.nextInt(mutated.length()), SIGNS.charAt(random.nextInt(SIGNS.length())));
            }
            return mutated.toString();
        }));
    }

    public Stream<String> everySingleBitOfTheSignature() {
        var bytes = Base64.getUrlDecoder().decode(signature);
        var flipped = IntStream.range(0, bytes.length * 8).mapToObj(bit -> {
            var changed = bytes.clone();
            changed[bit / 8] ^= (byte) (1 << (bit % 8));
            return signed(changed);
        });
        return Stream.concat(flipped, Stream.of(signed(new byte[0]), signed(new byte[64])));
    }

    private String signed(byte[] bytes) {
        return header + "." + claims + "." + base64(bytes);
    }

    /** The last character of base64 holds bits that count for nothing: two texts of one signature. */
    public Stream<String> anotherSpellingOfTheSameBytes() {
        return others(BASE64.chars().mapToObj(last -> good.substring(0, good.length() - 1) + (char) last));
    }

    public Stream<String> cutAndJoined() {
        var cut = IntStream.range(0, good.length())
                .boxed()
                .flatMap(i -> Stream.of(
                        good.substring(0, i), good.substring(i), good.substring(0, i) + "." + good.substring(i)));
        var joined =
                Stream.of(good + good, good + ".", "." + good, " " + good, "a".repeat(1 << 20), ".".repeat(1 << 16));
        return others(Stream.concat(cut, joined));
    }

    /** @param change that makes somebody else of it */
    public Stream<String> otherClaimsUnderTheOldSignature(Consumer<ObjectNode> change) {
        Stream<Consumer<ObjectNode>> spoilt = Stream.of("exp", "sub", "aud", "iss", "kubernetes.io", "jti")
                .map(claim -> changed -> changed.put(claim, "x"));
        return Stream.concat(spoilt, Stream.of(change)).map(each -> {
            var changed = Json.readObject(Base64.getUrlDecoder().decode(claims));
            each.accept(changed);
            return header + "." + base64(Json.write(changed)) + "." + signature;
        });
    }

    public Stream<String> otherHeaders() {
        return HEADERS.stream()
                .map(text -> base64(text.getBytes(StandardCharsets.UTF_8)))
                .flatMap(text -> Stream.of(text + "." + claims + "." + signature, text + "." + claims + "."));
    }

    public Stream<String> bytesOfChance(int count) {
        return IntStream.range(0, count).boxed().flatMap(i -> {
            var bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            return Stream.of(
                    header + "." + base64(bytes) + "." + signature, base64(bytes) + "." + claims + "." + signature);
        });
    }

    public Stream<String> deepOnes() {
        var deep = "{\"iss\":\"https://allmende\",\"a\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}";
        var deepHeader = "{\"alg\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}";
        return Stream.of(
                header + "." + base64(deep.getBytes(StandardCharsets.UTF_8)) + "." + signature,
                base64(deepHeader.getBytes(StandardCharsets.UTF_8)) + "." + claims + "." + signature);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
