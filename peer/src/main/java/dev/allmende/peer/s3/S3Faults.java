package dev.allmende.peer.s3;

import dev.allmende.peer.PeerException;
import dev.allmende.peer.PeerException.Kind;
import dev.allmende.peer.Reply;

/** What S3's refusals mean: a status and, in the body, {@code Error} with {@code Code} and {@code Message}. */
final class S3Faults {

    private S3Faults() {}

    /** The code; the status when there is none, as for HEAD. */
    static String code(Reply reply) {
        return Xml.root(reply.body()).flatMap(error -> Xml.text(error, "Code")).orElse(String.valueOf(reply.status()));
    }

    /** @param at peer and call */
    static PeerException of(String at, Reply reply) {
        var code = code(reply);
        var kind = kind(code, reply.status());
        var message = Xml.root(reply.body())
                .flatMap(error -> Xml.text(error, "Message"))
                .map(text -> " (" + text.replaceAll("\\s+", " ").strip() + ")")
                .orElse("");
        return new PeerException(
                kind, reply.status(), at + ": " + reply.status() + " " + code + message + remedy(code));
    }

    private static Kind kind(String code, int status) {
        return switch (code) {
            case "InvalidAccessKeyId", "SignatureDoesNotMatch", "ExpiredToken", "InvalidToken" -> Kind.UNAUTHORIZED;
            case "TooManyBuckets", "QuotaExceeded" -> Kind.QUOTA;
            case "NotImplemented" -> Kind.INVALID;
            case "SlowDown", "RequestTimeout", "OperationAborted", "InternalError", "RequestTimeTooSkewed" ->
                Kind.UNAVAILABLE;
            default -> PeerException.kindOf(status);
        };
    }

    private static String remedy(String code) {
        return switch (code) {
            case "InvalidAccessKeyId", "SignatureDoesNotMatch" ->
                "; put the right keys into the Secret of the object store";
            case "BucketNotEmpty" -> "; empty it, or set purge: true to lose what is in it";
            case "BucketAlreadyExists" -> "; take another name, this one belongs to somebody else";
            case "TooManyBuckets", "QuotaExceeded" -> "; remove something, or ask the provider for more";
            case "InvalidBucketName" -> "; take 3 to 63 lower-case letters, digits and hyphens";
            case "NotImplemented" -> "; this store cannot do that: leave that field out, or set api: Swift";
            case "AuthorizationHeaderMalformed" -> "; name the store's region where its endpoint is named";
            case "RequestTimeTooSkewed" -> "; set this machine's clock";
            case "MalformedPolicy", "InvalidArgument", "MalformedXML" -> "; mend that field of the spec";
            default -> "";
        };
    }
}
