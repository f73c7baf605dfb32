package dev.allmende.apiserver.store;

import dev.allmende.apiserver.resource.GroupResource;
import dev.allmende.apiserver.resource.ObjectKey;
import dev.allmende.apiserver.store.ObjectStore.Compacted;
import dev.allmende.apiserver.store.ObjectStore.Page;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A page of a consistent view, read out of the chains of versions without a copy or a lock. */
final class Listing {

    private static final int TRIES = 5;

    private final Memory memory;
    private final GroupResource resource;
    private final String namespace;
    private final String after;
    private final int limit;
    private final Predicate<Entry> wanted;

    Listing(Memory memory, GroupResource resource, String namespace, String after, int limit, Predicate<Entry> wanted) {
        this.memory = memory;
        this.resource = resource;
        this.namespace = namespace;
        this.after = after;
        this.limit = limit;
        this.wanted = wanted;
    }

    /** The view of now. */
    Page now() {
        for (int tries = 1; ; tries++) {
            try {
                return at(memory.visible());
            } catch (Compacted e) {
                // So much was written while the page was read that its view is gone: only with a very short history.
                if (tries == TRIES) {
                    throw e;
                }
            }
        }
    }

    /** @throws Compacted when the view of that resourceVersion is no longer kept */
    Page at(long view) {
        if (view > memory.visible()) {
            throw new IllegalArgumentException(
                    "resourceVersion %d is not reached yet (%d): await it".formatted(view, memory.visible()));
        }
        var table = memory.known(resource);
        var page = table.map(t -> page(t, view)).orElseGet(() -> new Page(List.of(), view, "", 0));
        // Looked at last: what was dropped while the page was read may be missing in it.
        long floor = table.map(Table::floor).orElse(memory.base());
        if (view < floor) {
            throw new Compacted(view, floor);
        }
        return page;
    }

    private Page page(Table table, long view) {
        var entries = new ArrayList<Entry>();
        long behind = 0;
        for (var version : range(table)) {
            if (!namespace.isEmpty() && !version.entry.key().namespace().equals(namespace)) {
                break;
            }
            var entry = at(version, view);
            if (entry.isEmpty()) {
                continue;
            }
            if (limit > 0 && entries.size() == limit) {
                behind++;
            } else if (wanted.test(entry.get())) {
                entries.add(entry.get());
            }
        }
        var next = behind == 0 ? "" : KeyOrder.text(entries.getLast().key());
        return new Page(entries, view, next, behind);
    }

    private static Optional<Entry> at(Version newest, long view) {
        var version = newest.at(view);
        return version == null || version.gone ? Optional.empty() : Optional.of(version.entry);
    }

    private Collection<Version> range(Table table) {
        if (!after.isEmpty()) {
            return table.newest.tailMap(KeyOrder.parse(resource, after), false).values();
        }
        return namespace.isEmpty()
                ? table.newest.values()
                : table.newest
                        .tailMap(new ObjectKey(resource, namespace, ""), true)
                        .values();
    }
}
