package dev.allmende.status.board;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Objects;
import java.util.UUID;

/** Identifiers that views give to resources: they stay the same for as long as the thing is there. */
public final class Ids {

    /** Annotation with an identifier that somebody gave, such as that of another status page that was moved here. */
    public static final String ANNOTATION = "status.allmende.dev/id";

    private Ids() {}

    public static UUID of(HasMetadata object) {
        var metadata = object.getMetadata();
        var annotations = metadata.getAnnotations();
        var given = annotations == null ? null : annotations.get(ANNOTATION);
        return parse(Objects.requireNonNullElse(given == null ? metadata.getUid() : given, metadata.getName()));
    }

    /** One of several things that a resource stands for, such as a window of a series that begins then. */
    public static UUID of(HasMetadata object, String which) {
        return named(of(object) + "/" + which);
    }

    /** SHA-256: for identifiers that are made of something longer. */
    public static byte[] digest(byte[] of) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(of);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("each Java has SHA-256", e);
        }
    }

    private static UUID parse(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException other) {
            return named(text);
        }
    }

    private static UUID named(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
