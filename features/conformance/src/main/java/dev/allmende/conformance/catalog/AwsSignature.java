package dev.allmende.conformance.catalog;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs a GET without query and body.
 *
 * <p>Source: AWS Signature Version 4, "Create a signed AWS API request" (AWS General Reference).
 */
record AwsSignature(String accessKey, String secretKey, String region) {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final String SIGNED = "host;x-amz-content-sha256;x-amz-date";

    /** Headers to send, without Host, which the client sets. */
    Map<String, String> headers(URI url, Instant now) {
        var stamp = STAMP.format(now);
        var scope = stamp.substring(0, 8) + "/" + region + "/s3/aws4_request";
        var empty = hex(sha256(""));
        var canonical = String.join(
                "\n",
                "GET",
                url.getRawPath().isEmpty() ? "/" : url.getRawPath(),
                "",
                "host:" + host(url),
                "x-amz-content-sha256:" + empty,
                "x-amz-date:" + stamp,
                "",
                SIGNED,
                empty);
        var toSign = String.join("\n", "AWS4-HMAC-SHA256", stamp, scope, hex(sha256(canonical)));
        var signature = hex(hmac(key(stamp.substring(0, 8)), toSign));
        return Map.of(
                "x-amz-date",
                stamp,
                "x-amz-content-sha256",
                empty,
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=%s/%s, SignedHeaders=%s, Signature=%s"
                        .formatted(accessKey, scope, SIGNED, signature));
    }

    private byte[] key(String day) {
        var key = hmac(("AWS4" + secretKey).getBytes(StandardCharsets.UTF_8), day);
        return hmac(hmac(hmac(key, region), "s3"), "aws4_request");
    }

    /** As the client's Host header has it: the port only when it is not the scheme's own. */
    private static String host(URI url) {
        var usual = url.getPort() < 0 || url.getPort() == (url.getScheme().equals("https") ? 443 : 80);
        return usual ? url.getHost() : url.getHost() + ":" + url.getPort();
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public String toString() {
        return "AwsSignature[" + region + "]";
    }
}
