package dev.allmende.peer.s3;

import dev.allmende.peer.PeerException;
import dev.allmende.peer.PeerException.Kind;
import java.util.Optional;
import org.w3c.dom.Element;

/** Empties a bucket: objects, old versions, deletion markers and uploads that were never finished. */
public final class Purge {

    private static final int PAGE = 1000;

    private final S3 s3;
    private final String bucket;

    Purge(S3 s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    /**
     * One page.
     *
     * @return how many things were removed; 0 when the bucket is empty
     * @throws PeerException of kind CONFLICT when a thing cannot be removed, as under a retention lock
     */
    public int step() {
        var listed = s3.xml(s3.send("GET", bucket, "max-keys=" + PAGE + "&versions", S3.NO_BODY));
        var body = new StringBuilder(Xml.element("Quiet", "true"));
        var count = 0;
        for (var kind : new String[] {"Version", "DeleteMarker"}) {
            for (var item : Xml.children(listed, kind)) {
                body.append(Xml.wrap("Object", named(item)));
                count++;
            }
        }
        if (count == 0) {
            return abortUpload();
        }
        var reply = s3.send("POST", bucket, "delete", S3.bytes(Xml.wrap("Delete", body.toString())));
        refused(s3.xml(reply)).ifPresent(left -> {
            throw left;
        });
        return count;
    }

    /** Whether nothing is there to be removed. */
    public boolean isDone() {
        var listed = s3.xml(s3.send("GET", bucket, "max-keys=1&versions", S3.NO_BODY));
        return Xml.children(listed, "Version").isEmpty()
                && Xml.children(listed, "DeleteMarker").isEmpty()
                && Xml.children(s3.xml(s3.send("GET", bucket, "uploads", S3.NO_BODY)), "Upload")
                        .isEmpty();
    }

    private static String named(Element item) {
        return Xml.element("Key", Xml.text(item, "Key").orElse(""))
                + Xml.text(item, "VersionId")
                        .map(version -> Xml.element("VersionId", version))
                        .orElse("");
    }

    /** The deletion of many answers 200 also when some failed. */
    private Optional<PeerException> refused(Element result) {
        return Xml.children(result, "Error").stream()
                .findFirst()
                .map(error -> new PeerException(
                        Kind.CONFLICT,
                        409,
                        "bucket '" + bucket + "': object '"
                                + Xml.text(error, "Key").orElse("") + "' cannot be removed ("
                                + Xml.text(error, "Code").orElse("no reason given") + "); look for a retention lock"));
    }

    private int abortUpload() {
        var listed = s3.xml(s3.send("GET", bucket, "uploads", S3.NO_BODY));
        var uploads = Xml.children(listed, "Upload");
        if (uploads.isEmpty()) {
            return 0;
        }
        var first = uploads.getFirst();
        var key = Xml.text(first, "Key").orElse("");
        var id = S3Address.encoded(Xml.text(first, "UploadId").orElse(""));
        s3.sendObject("DELETE", bucket, key, "uploadId=" + id, S3.NO_BODY);
        return 1;
    }
}
