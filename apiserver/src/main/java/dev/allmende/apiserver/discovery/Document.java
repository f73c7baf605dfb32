package dev.allmende.apiserver.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.apiserver.json.Json;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * An answer that stays the same until the served kinds change.
 *
 * @param json UTF-8
 * @param hash of the content, upper-case hexadecimal; {@link #etag()} is made of it
 */
public record Document(byte[] json, String contentType, String hash) {

    public static Document of(JsonNode tree, String contentType) {
        var json = Json.write(tree);
        return new Document(json, contentType, hash(json));
    }

    /** SHA-512 in upper-case hexadecimal, as kube-apiserver writes its hashes. */
    public static String hash(byte[] content) {
        try {
            var digest = MessageDigest.getInstance("SHA-512").digest(content);
            return HexFormat.of().formatHex(digest).toUpperCase(Locale.ROOT);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("the JDK has no SHA-512", e);
        }
    }

    /** With its quotes, as in the header. */
    public String etag() {
        return '"' + hash + '"';
    }

    /** Whether an {@code If-None-Match} header names this content, so that the answer is 304 without a body. */
    public boolean isKnownBy(String ifNoneMatch) {
        return ifNoneMatch.strip().equals("*") || ifNoneMatch.contains(etag());
    }
}
