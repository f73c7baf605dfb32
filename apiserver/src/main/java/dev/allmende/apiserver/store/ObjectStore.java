package dev.allmende.apiserver.store;

import dev.allmende.apiserver.resource.GroupResource;
import dev.allmende.apiserver.resource.ObjectKey;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Objects with one growing resourceVersion over all kinds. Reads come from memory and see every acknowledged write.
 * Safe for many threads; methods block.
 */
public interface ObjectStore extends AutoCloseable {

    /** The newest committed state. */
    Optional<Entry> get(ObjectKey key);

    /**
     * Writes durably, then publishes to readers and watchers, then returns.
     *
     * @return what was written; for a deletion the last state at the deletion's resourceVersion
     * @throws WriteRefused when the expectation does not hold: nothing was written
     * @throws StoreUnavailable when the disk does not take it: nothing was written, a later try may succeed. What a
     *     {@link Change.Body} throws comes out as it is, and nothing was written either
     */
    Entry write(Change change);

    /** The resourceVersion of the newest committed write; never less than any seen before a restart. */
    long resourceVersion();

    /**
     * One page of a consistent view, ordered as the texts {@code namespace/name} are: that is etcd's order.
     *
     * @param namespace empty for all
     * @param at 0 for now, else the snapshot of that resourceVersion, which must be reached: {@link #await} it
     * @param after continue behind this key ({@code namespace/name}), empty for the beginning
     * @param limit most entries in the page, 0 for all
     * @throws Compacted when {@code at} is older than the history kept
     */
    Page list(GroupResource resource, String namespace, long at, String after, int limit, Predicate<Entry> wanted);

    /**
     * @param resourceVersion of the view
     * @param next where to continue ({@code namespace/name} of the last entry), empty at the end
     * @param remaining how many wanted or unwanted entries lie behind the page
     */
    record Page(List<Entry> entries, long resourceVersion, String next, long remaining) {}

    /**
     * All changes of a resource after a resourceVersion, in order, without a gap.
     *
     * @throws Compacted when changes after {@code resourceVersion} are no longer kept
     */
    Watch watch(GroupResource resource, long resourceVersion);

    /** The same over all resources, in the order of resourceVersion: for garbage collection and followers of many kinds. */
    Watch watchAll(long resourceVersion);

    /** Resources that have objects now. */
    Set<GroupResource> resources();

    /** Objects whose {@link ObjectIndex#owners} name this uid now. */
    List<Entry> dependents(String uid);

    /** How many objects of a resource there are now. */
    int count(GroupResource resource);

    /** Waits until a resourceVersion is committed. @return false when the time is over before */
    boolean await(long resourceVersion, Duration atMost) throws InterruptedException;

    @Override
    void close();

    /** A cursor over changes. For one thread; any may close it. It holds no changes: being slow costs only its reader. */
    interface Watch extends AutoCloseable {
        /**
         * Waits for changes; empty when none came in time, or it was closed.
         *
         * @throws Compacted when this reader was too slow and changes are gone
         * @throws StoreUnavailable when the store was closed
         */
        List<StoredEvent> next(Duration atMost) throws InterruptedException;

        /** Everything up to this resourceVersion has been returned by {@link #next} or is not of this resource. */
        long seen();

        @Override
        void close();
    }

    /** The history asked for is gone. */
    final class Compacted extends RuntimeException {
        private final long oldest;

        public Compacted(long asked, long oldest) {
            super("too old resource version: %d (%d)".formatted(asked, oldest), null, false, false);
            this.oldest = oldest;
        }

        public long oldest() {
            return oldest;
        }
    }

    /** An expectation did not hold. */
    final class WriteRefused extends RuntimeException {
        /** Why a write was refused. */
        public enum Why {
            EXISTS,
            ABSENT,
            OTHER_VERSION,
            REQUIRED_ABSENT
        }

        private final Why why;

        public WriteRefused(Why why, ObjectKey key) {
            super(why + ": " + key, null, false, false);
            this.why = why;
        }

        public Why why() {
            return why;
        }
    }
}
