package dev.allmende.peer.s3;

import dev.allmende.peer.Limits;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Where an object store is.
 *
 * @param endpoint without a bucket
 * @param region that signatures name; stores that have none take {@code us-east-1}
 * @param pathStyle whether the bucket stands in the path and not in the host's name; right for all but Amazon
 * @param authorities PEM text of the only authorities to trust; empty for the JDK's
 */
public record S3Address(URI endpoint, String region, boolean pathStyle, Optional<String> authorities, Limits limits) {

    public static S3Address of(URI endpoint) {
        return new S3Address(endpoint, "us-east-1", true, Optional.empty(), Limits.STANDARD);
    }

    /** The address of the list of buckets. */
    URI root() {
        return URI.create(endpoint.toString().replaceAll("/+$", "") + "/");
    }

    /** @param query already encoded; empty for none */
    URI bucket(String name, String query) {
        var base = root().toString();
        var encoded = encoded(name);
        var address = pathStyle ? base + encoded : base.replaceFirst("://", "://" + encoded + ".");
        return URI.create(query.isEmpty() ? address : address + "?" + query);
    }

    /** @param query already encoded; empty for none */
    URI object(String bucket, String key, String query) {
        var address = bucket(bucket, "").toString().replaceAll("/+$", "") + "/"
                + encoded(key).replace("%2F", "/");
        return URI.create(query.isEmpty() ? address : address + "?" + query);
    }

    /** A name as it stands in an address. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
