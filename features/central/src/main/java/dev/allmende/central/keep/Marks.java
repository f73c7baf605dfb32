package dev.allmende.central.keep;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Map;
import java.util.Objects;

/** Reads annotations and labels, which may be missing altogether. Pure. */
public final class Marks {

    private Marks() {}

    /** Empty when it is not there. */
    public static String annotation(HasMetadata object, String key) {
        return of(object.getMetadata().getAnnotations(), key);
    }

    /** Empty when it is not there. */
    public static String label(HasMetadata object, String key) {
        return of(object.getMetadata().getLabels(), key);
    }

    // fabric8 gives null for a map that an object lacks
    @SuppressWarnings("RedundantNullCheck")
    private static String of(Map<String, String> marks, String key) {
        return Objects.requireNonNullElse(marks, Map.<String, String>of()).getOrDefault(key, "");
    }
}
