package dev.allmende.apiserver.follow;

import dev.allmende.apiserver.resource.GroupResource;
import dev.allmende.apiserver.store.Entry;
import dev.allmende.apiserver.store.StoredEvent;
import java.util.List;

/** Is told of stored objects. Called on one thread, in the order of writes; must be quick and leave work to others. */
public interface Listener {

    boolean follows(GroupResource resource);

    /** All objects it follows, at the start and again when changes were missed. */
    void state(List<Entry> entries);

    void changed(StoredEvent event);
}
