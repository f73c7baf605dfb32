package dev.allmende.apiserver.store;

import dev.allmende.apiserver.resource.GroupResource;
import dev.allmende.apiserver.resource.ObjectKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListSet;
import org.jspecify.annotations.Nullable;

/** Which objects name an owner. One ordered set for all: an owner with many dependents costs no more than many owners. */
final class Dependents {

    private record Link(String owner, ObjectKey dependent) {}

    private static final ObjectKey LOWEST = new ObjectKey(new GroupResource("", ""), "", "");

    private final ConcurrentSkipListSet<Link> links = new ConcurrentSkipListSet<>(Comparator.comparing(Link::owner)
            .thenComparing(link -> link.dependent().resource())
            .thenComparing(Link::dependent, KeyOrder.WITHIN_RESOURCE));

    /** Follows one change. */
    void change(@Nullable Version before, Version after) {
        var old = before == null || before.gone
                ? List.<String>of()
                : before.entry.index().owners();
        var now = after.gone ? List.<String>of() : after.entry.index().owners();
        if (old.equals(now)) {
            return;
        }
        for (var owner : old) {
            if (!now.contains(owner)) {
                links.remove(new Link(owner, after.entry.key()));
            }
        }
        for (var owner : now) {
            links.add(new Link(owner, after.entry.key()));
        }
    }

    List<ObjectKey> of(String owner) {
        var found = new ArrayList<ObjectKey>();
        for (var link : links.tailSet(new Link(owner, LOWEST))) {
            if (!link.owner().equals(owner)) {
                break;
            }
            found.add(link.dependent());
        }
        return found;
    }
}
