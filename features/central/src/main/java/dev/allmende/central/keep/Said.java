package dev.allmende.central.keep;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What need not be said, in specs and in the cloud's answers. */
public final class Said {

    private Said() {}

    /** Items of a list that may be left out. */
    public static <T> Stream<T> each(@Nullable List<T> items) {
        return items == null ? Stream.of() : items.stream();
    }

    /** A text of the cloud; null when it is empty, for a status. */
    public static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
