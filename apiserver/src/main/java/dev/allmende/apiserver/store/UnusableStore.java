package dev.allmende.apiserver.store;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A store, a backup or a key file cannot be used as it is. The message is one line: the file, what is wrong, the remedy. */
public final class UnusableStore extends RuntimeException {

    public UnusableStore(Path file, String wrong, String remedy) {
        this(file, wrong, remedy, null);
    }

    public UnusableStore(Path file, String wrong, String remedy, @Nullable Throwable cause) {
        super("%s: %s; %s".formatted(file, wrong, remedy), cause);
    }
}
