package dev.allmende.peer.s3;

import dev.allmende.peer.Ask;
import dev.allmende.peer.PeerException;
import dev.allmende.peer.PeerException.Kind;
import dev.allmende.peer.Reply;
import dev.allmende.peer.Wire;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Element;

/** Signed calls to one object store. Close it to give its connections back. Thread-safe. */
public final class S3 implements AutoCloseable {

    static final byte[] NO_BODY = {};

    private final S3Address address;
    private final Signer signer;
    private final Wire wire;
    private final InstantSource clock;

    /** @throws PeerException of kind TLS when the CA bundle holds no certificate */
    public S3(S3Address address, Keys keys, InstantSource clock) {
        this.address = address;
        this.signer = new Signer(keys, address.region(), "s3");
        this.wire = new Wire("object store " + address.endpoint(), address.authorities(), address.limits());
        this.clock = clock;
    }

    public Buckets buckets() {
        return new Buckets(this);
    }

    public S3Objects objects(String bucket) {
        return new S3Objects(this, bucket);
    }

    public S3Address address() {
        return address;
    }

    String access() {
        return signer.keys().access();
    }

    /** The answer, whatever its status. */
    Reply ask(String method, URI uri, byte[] body) {
        return ask(method, uri, body, Map.of());
    }

    Reply ask(String method, URI uri, byte[] body, Map<String, String> headers) {
        var all = new HashMap<>(headers);
        if (body.length > 0) {
            // Some calls demand a digest of the body (RFC 1864), and none minds.
            all.put("Content-MD5", md5(body));
        }
        return wire.send(new Ask(method, uri, signer.sign(method, uri, all, body, clock.instant()), body));
    }

    Reply ask(String method, String bucket, String query) {
        return ask(method, address.bucket(bucket, query), NO_BODY);
    }

    /** @throws PeerException for an answer that is no success */
    Reply send(String method, String bucket, String query, byte[] body) {
        return checked(method, bucket, query, ask(method, address.bucket(bucket, query), body));
    }

    /** About one object in the bucket. */
    Reply sendObject(String method, String bucket, String key, String query, byte[] body) {
        return checked(method, bucket, query, ask(method, address.object(bucket, key, query), body));
    }

    Reply checked(String method, String bucket, String query, Reply reply) {
        if (reply.ok()) {
            return reply;
        }
        throw S3Faults.of(wire.peer() + ": " + method + " bucket '" + bucket + "' " + query, reply);
    }

    /** A sub-resource, which a certain code says is not there. */
    Optional<Reply> find(String bucket, String query, String absent) {
        var reply = ask("GET", bucket, query);
        return S3Faults.code(reply).equals(absent)
                ? Optional.empty()
                : Optional.of(checked("GET", bucket, query, reply));
    }

    Element xml(Reply reply) {
        return Xml.root(reply.body())
                .orElseThrow(() -> new PeerException(
                        Kind.GARBLED, reply.status(), wire.peer() + ": the answer is no XML; is this an S3 endpoint?"));
    }

    @Override
    public void close() {
        wire.close();
    }

    private static String md5(byte[] body) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("MD5").digest(body));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("each Java has MD5", impossible);
        }
    }

    static byte[] bytes(String xml) {
        return xml.getBytes(StandardCharsets.UTF_8);
    }
}
