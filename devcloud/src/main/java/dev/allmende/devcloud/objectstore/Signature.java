package dev.allmende.devcloud.objectstore;

import dev.allmende.devcloud.http.Request;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signature of a request in its Authorization header (AWS Signature Version 4; those in a query are not known here).
 *
 * @param scope date, region, service and {@code aws4_request}
 * @param headers names of the signed ones, in order
 */
record Signature(String access, String scope, String headers, String hex) {
    private static final Pattern SHAPE = Pattern.compile(
            "AWS4-HMAC-SHA256 Credential=([^/]*)/([^,]*), ?SignedHeaders=([^,]*), ?Signature=([0-9a-f]*)");

    static Optional<Signature> of(Request request) {
        Matcher shape = SHAPE.matcher(request.header("authorization").orElse(""));
        return shape.matches()
                ? Optional.of(new Signature(shape.group(1), shape.group(2), shape.group(3), shape.group(4)))
                : Optional.empty();
    }

    /** Signs anew what came and compares. */
    boolean fits(Request request, String secret) {
        String hash = request.header("x-amz-content-sha256").orElse("");
        boolean isWhole = hash.equals("UNSIGNED-PAYLOAD") || hash.equals(sha256(request.body()));
        String canonical = String.join(
                "\n",
                request.method(),
                request.path(),
                query(request.query().raw()),
                Arrays.stream(headers.split(";"))
                        .map(name -> name + ":"
                                + request.header(name).orElse("").strip().replaceAll(" +", " ") + "\n")
                        .collect(Collectors.joining()),
                headers,
                hash);
        String time = request.header("x-amz-date").orElse("");
        String toSign = String.join("\n", "AWS4-HMAC-SHA256", time, scope, sha256(bytes(canonical)));
        byte[] key = bytes("AWS4" + secret);
        for (String part : scope.split("/")) {
            key = hmac(key, part);
        }
        return isWhole && HexFormat.of().formatHex(hmac(key, toSign)).equals(hex);
    }

    private static String query(String raw) {
        return Arrays.stream(raw.split("&"))
                .filter(pair -> !pair.isEmpty())
                .map(pair -> pair.contains("=") ? pair : pair + "=")
                .sorted()
                .collect(Collectors.joining("&"));
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(bytes(text));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("each Java has HmacSHA256", impossible);
        }
    }

    private static String sha256(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("each Java has SHA-256", impossible);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
