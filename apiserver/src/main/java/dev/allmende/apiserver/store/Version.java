package dev.allmende.apiserver.store;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One state of an object, in a chain to the states before it that the history still holds. */
final class Version {

    final Entry entry;

    /** The object was deleted; {@link #entry} is its last state. */
    final boolean gone;

    private volatile @Nullable Version before;

    Version(Entry entry, boolean gone, @Nullable Version before) {
        this.entry = entry;
        this.gone = gone;
        this.before = before;
    }

    long resourceVersion() {
        return entry.resourceVersion();
    }

    @Nullable
    Version before() {
        return before;
    }

    /** Lets go of the states before: this change left the history. */
    void cut() {
        before = null;
    }

    /** The state at a resourceVersion, which may be a deletion; null when there was none, or it is cut off. */
    @Nullable
    Version at(long resourceVersion) {
        Version version = this;
        while (version != null && version.resourceVersion() > resourceVersion) {
            version = version.before;
        }
        return version;
    }

    /** Bytes that are only held because the history holds this change. */
    long historyBytes() {
        var replaced = before;
        return (replaced == null ? 0L : replaced.entry.json().length) + (gone ? entry.json().length : 0);
    }

    StoredEvent event() {
        var replaced = before;
        var previous = replaced == null || replaced.gone ? Optional.<Entry>empty() : Optional.of(replaced.entry);
        var type = gone
                ? StoredEvent.Type.DELETED
                : previous.isEmpty() ? StoredEvent.Type.ADDED : StoredEvent.Type.MODIFIED;
        return new StoredEvent(type, entry, previous);
    }
}
