package dev.allmende.peer.s3;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs requests with AWS Signature Version 4 (Amazon's "Authenticating Requests: Using the Authorization Header").
 * Pure; the caller's URI must be percent-encoded as S3 wants it: everything but letters, digits and {@code -._~}.
 *
 * @param service {@code s3}
 */
public record Signer(Keys keys, String region, String service) {

    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /**
     * The headers to send: those given, and those that the signature needs. Host is signed, but left to the HTTP client to
     * send.
     */
    public Map<String, String> sign(String method, URI uri, Map<String, String> headers, byte[] body, Instant now) {
        var time = TIME.format(now);
        var send = lowerCase(headers);
        send.put("x-amz-date", time);
        send.put("x-amz-content-sha256", sha256(body));
        var signed = new TreeMap<>(send);
        signed.put("host", host(uri));
        var names = String.join(";", signed.keySet());
        var scope = time.substring(0, 8) + "/" + region + "/" + service + "/aws4_request";
        var toSign = String.join(
                "\n", ALGORITHM, time, scope, sha256(bytes(canonical(method, uri, signed, names, sha256(body)))));
        send.put(
                "authorization",
                ALGORITHM + " Credential=" + keys.access() + "/" + scope + ", SignedHeaders=" + names + ", Signature="
                        + HexFormat.of().formatHex(hmac(key(scope), toSign)));
        return send;
    }

    private static String canonical(
            String method, URI uri, TreeMap<String, String> headers, String names, String bodyHash) {
        var lines = headers.entrySet().stream()
                .map(header -> header.getKey() + ":" + header.getValue().strip().replaceAll(" +", " ") + "\n")
                .collect(Collectors.joining());
        var path = uri.getRawPath();
        return String.join("\n", method, path.isEmpty() ? "/" : path, query(uri), lines, names, bodyHash);
    }

    /** Sorted by name and then value; a name alone counts as one with an empty value. */
    private static String query(URI uri) {
        var raw = uri.getRawQuery();
        if (raw == null) {
            return "";
        }
        return Arrays.stream(raw.split("&"))
                .map(pair -> pair.contains("=") ? pair : pair + "=")
                .sorted()
                .collect(Collectors.joining("&"));
    }

    private static String host(URI uri) {
        return uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
    }

    private static TreeMap<String, String> lowerCase(Map<String, String> headers) {
        var lower = new TreeMap<String, String>();
        headers.forEach((name, value) -> lower.put(name.toLowerCase(Locale.ROOT), value));
        return lower;
    }

    private byte[] key(String scope) {
        var key = bytes("AWS4" + keys.secret());
        for (var part : scope.split("/")) {
            key = hmac(key, part);
        }
        return key;
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
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
