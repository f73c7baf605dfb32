package dev.allmende.apiserver.protobuf;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.protobuf.Wire.Malformed;
import dev.allmende.apiserver.status.Reason;
import dev.allmende.apiserver.status.StatusException;
import java.util.Arrays;

/**
 * Reads request bodies of type {@code application/vnd.kubernetes.protobuf}: four bytes of magic, then the message Unknown
 * (apimachinery runtime/generated.proto), whose {@code raw} is the object's message. The result is the JSON that a client
 * would have sent: empty texts, zeros and false are left out where Kubernetes' JSON leaves them out.
 */
public final class ProtobufDecoder {

    public static final String MEDIA_TYPE = "application/vnd.kubernetes.protobuf";

    private static final byte[] MAGIC = {'k', '8', 's', 0};

    private ProtobufDecoder() {}

    /**
     * @return the object with apiVersion and kind
     * @throws StatusException 400 when the bytes are no such message, 415 for a kind that is read as JSON only
     */
    public static ObjectNode decode(byte[] body) {
        return decode(body, "", "");
    }

    /**
     * As {@link #decode(byte[])}.
     *
     * @param apiVersion taken when the envelope names none
     * @param kind taken when the envelope names none
     */
    public static ObjectNode decode(byte[] body, String apiVersion, String kind) {
        if (body.length < MAGIC.length || !Arrays.equals(body, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw StatusException.badRequest(
                    "the body is no Kubernetes protobuf message: it must begin with the bytes 6b 38 73 00");
        }
        try {
            var envelope = Envelope.read(new Wire(body, MAGIC.length, body.length));
            return object(envelope.orElse(apiVersion, kind));
        } catch (Malformed e) {
            throw StatusException.badRequest("the protobuf body cannot be read: " + e.getMessage());
        }
    }

    private static ObjectNode object(Envelope envelope) {
        if (!envelope.encoding().isEmpty()) {
            throw unsupported("content encoding %s inside a protobuf body".formatted(envelope.encoding()));
        }
        return switch (envelope.contentType()) {
            case "", MEDIA_TYPE -> message(envelope);
            case "application/json" -> json(envelope);
            default -> throw unsupported("content type %s inside a protobuf body".formatted(envelope.contentType()));
        };
    }

    private static ObjectNode message(Envelope envelope) {
        var messages = Messages.builtIn();
        var message = messages.kind(envelope.apiVersion(), envelope.kind())
                .orElseThrow(() -> unsupported("%s in version \"%s\" as protobuf; send application/json"
                        .formatted(
                                envelope.kind().isEmpty() ? "an object without a kind" : envelope.kind(),
                                envelope.apiVersion())));
        var object = Json.object().put("apiVersion", envelope.apiVersion()).put("kind", envelope.kind());
        new MessageReader(messages).read(message, envelope.raw(), object);
        return object;
    }

    private static ObjectNode json(Envelope envelope) {
        try {
            return Json.readObject(envelope.raw().rest());
        } catch (Json.MalformedJson e) {
            throw new Malformed("its JSON: " + e.getMessage());
        }
    }

    private static StatusException unsupported(String what) {
        return StatusException.of(Reason.UNSUPPORTED_MEDIA_TYPE, "this server does not read " + what);
    }

    /** The message Unknown. */
    private record Envelope(String apiVersion, String kind, Wire raw, String encoding, String contentType) {

        static Envelope read(Wire wire) {
            var envelope = new Envelope("", "", new Wire(new byte[0], 0, 0), "", "");
            while (wire.more()) {
                envelope = envelope.with(wire.tag(), wire);
            }
            return envelope;
        }

        private Envelope with(int tag, Wire wire) {
            if ((tag & 7) != Wire.BYTES) {
                wire.skip(tag & 7);
                return this;
            }
            var part = wire.part();
            return switch (tag >>> 3) {
                case 1 -> typed(part);
                case 2 -> new Envelope(apiVersion, kind, part, encoding, contentType);
                case 3 -> new Envelope(apiVersion, kind, raw, part.text(), contentType);
                case 4 -> new Envelope(apiVersion, kind, raw, encoding, part.text());
                default -> this;
            };
        }

        private Envelope typed(Wire typeMeta) {
            var version = apiVersion;
            var name = kind;
            while (typeMeta.more()) {
                int tag = typeMeta.tag();
                switch (tag) {
                    case 1 << 3 | Wire.BYTES -> version = typeMeta.part().text();
                    case 2 << 3 | Wire.BYTES -> name = typeMeta.part().text();
                    default -> typeMeta.skip(tag & 7);
                }
            }
            return new Envelope(version, name, raw, encoding, contentType);
        }

        Envelope orElse(String otherVersion, String otherKind) {
            return new Envelope(
                    apiVersion.isEmpty() ? otherVersion : apiVersion,
                    kind.isEmpty() ? otherKind : kind,
                    raw,
                    encoding,
                    contentType);
        }
    }
}
