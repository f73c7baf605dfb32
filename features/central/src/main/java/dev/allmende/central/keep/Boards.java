package dev.allmende.central.keep;

import dev.allmende.openstack.resource.Filter;
import dev.allmende.openstack.resource.Resource;
import dev.allmende.openstack.resource.Resources;
import dev.allmende.openstack.resource.Wanted;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The boards of a project. Thread-safe. */
public final class Boards {

    private final Map<String, Board<?>> boards = new ConcurrentHashMap<>();

    @SuppressWarnings("unchecked") // a path has one kind of things
    <W extends Wanted<W>, T extends Resource> Board<T> of(Resources<W, T> things) {
        var kind = things.kind();
        return (Board<T>) boards.computeIfAbsent(
                kind.service() + kind.path(), path -> new Board<T>(() -> things.list(Filter.ALL), System::nanoTime));
    }

    /** Lets go of what nobody asked for lately. */
    public void tidy() {
        boards.values().forEach(Board::tidy);
    }
}
