package dev.allmende.status.board;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Identifiers that views give to resources: they stay the same for as long as the thing is there. */
public final class Ids {

    /** Annotation with an identifier that somebody gave, such as that of another status page that was moved here. */
    public static final String ANNOTATION = "status.allmende.dev/id";

    private static final int TAG_BYTES = 12;

    private Ids() {}

    public static UUID of(HasMetadata object) {
        var metadata = object.getMetadata();
        var annotations = metadata.getAnnotations();
        var given = annotations == null ? null : annotations.get(ANNOTATION);
        var text = Objects.requireNonNullElse(given == null ? metadata.getUid() : given, metadata.getName());
        return read(text).orElseGet(() -> named(text));
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

    /** A sum that is short enough for an ETag, of 24 hexadecimal digits. */
    public static String tag(byte[] of) {
        return HexFormat.of().formatHex(digest(of), 0, TAG_BYTES);
    }

    /** Empty for what is none. */
    public static Optional<UUID> read(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException other) {
            return Optional.empty();
        }
    }

    /** The one that stands in a path between a folder and an ending; empty for another path. */
    public static Optional<UUID> read(String path, String folder, String ending) {
        return path.startsWith(folder) && path.endsWith(ending) && path.length() > folder.length() + ending.length()
                ? read(path.substring(folder.length(), path.length() - ending.length()))
                : Optional.empty();
    }

    private static UUID named(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
