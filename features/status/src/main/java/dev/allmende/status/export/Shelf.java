package dev.allmende.status.export;

import dev.allmende.peer.PeerException;
import java.io.IOException;
import java.util.Collection;
import java.util.Set;

/**
 * Where a copy is kept for readers. It holds a list of what was written here, and only that is ever removed. All but the
 * constructors throw {@link IOException} or {@link PeerException} when the place cannot be reached.
 */
sealed interface Shelf permits Bucket, Folder {

    /** Name of the list. */
    String LIST = ".allmende-export";

    /**
     * Before files are written: after a crash the list still has all that there may be.
     *
     * @return what was there before
     */
    Set<String> announce(Collection<String> names) throws IOException;

    /** @return whether it was another file before */
    boolean write(String name, Copier.Body body) throws IOException;

    /** After all files are written: removes those that were before and are no more. */
    void keep(Set<String> before, Collection<String> names) throws IOException;

    /** Removes all that was written. */
    void clear() throws IOException;
}
