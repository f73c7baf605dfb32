package dev.allmende.apiserver.openapi;

import dev.allmende.apiserver.discovery.Document;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A document as it is kept: compressed, as most clients take it and as it is a tenth of the size.
 *
 * @param gzip the compressed content
 * @param hash of the content: SHA-512 in upper-case hexadecimal
 */
public record Packed(byte[] gzip, String contentType, String hash) {

    static Packed of(byte[] content, String contentType) {
        var packed = new ByteArrayOutputStream(content.length / 8);
        try (var stream = new GZIPOutputStream(packed)) {
            stream.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Packed(packed.toByteArray(), contentType, Document.hash(content));
    }

    /** The content, for a client that does not take gzip. */
    public byte[] content() {
        try (var stream = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
