package dev.allmende.apiserver.apply;

import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A set of fields as a trie (structured-merge-diff fieldpath/set.go). Immutable; sets share their parts, and an operation
 * that changes nothing returns what it was given.
 */
final class FieldSet {

    static final FieldSet EMPTY = new FieldSet(new Entry[0]);

    /**
     * A step from a node: whether the field itself is in the set, and what is below it.
     *
     * @param below null when nothing is; never empty
     */
    record Entry(PathElement at, boolean member, @Nullable FieldSet below) {}

    /** Sorted; none is neither a member nor has anything below. */
    final Entry[] entries;

    private FieldSet(Entry[] entries) {
        this.entries = entries;
    }

    /** @param sorted the first {@code size} are taken */
    static FieldSet ofSorted(Entry[] sorted, int size) {
        return size == 0 ? EMPTY : new FieldSet(size == sorted.length ? sorted : Arrays.copyOf(sorted, size));
    }

    /** A set of one path. */
    static FieldSet of(PathElement... path) {
        @Nullable FieldSet below = null;
        for (int i = path.length - 1; i >= 0; i--) {
            below = new FieldSet(new Entry[] {new Entry(path[i], below == null, below)});
        }
        return below == null ? EMPTY : below;
    }

    /** A set of one path of fields. */
    static FieldSet ofFields(String... names) {
        return of(Arrays.stream(names).map(PathElements::field).toArray(PathElement[]::new));
    }

    boolean isEmpty() {
        return entries.length == 0;
    }

    @Nullable
    Entry entry(PathElement at) {
        int low = 0;
        int high = entries.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = entries[middle].at.compareTo(at);
            if (order == 0) {
                return entries[middle];
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return null;
    }

    boolean has(PathElement... path) {
        @Nullable FieldSet at = this;
        for (int i = 0; i < path.length; i++) {
            var entry = at == null ? null : at.entry(path[i]);
            if (entry == null) {
                return false;
            }
            if (i == path.length - 1) {
                return entry.member;
            }
            at = entry.below;
        }
        return false;
    }

    /** Calls back with each member's path: all members of a node before what is below it. */
    void forEach(Consumer<PathElement[]> visitor) {
        walk(new PathElement[0], visitor);
    }

    private void walk(PathElement[] prefix, Consumer<PathElement[]> visitor) {
        for (var entry : entries) {
            if (entry.member) {
                visitor.accept(append(prefix, entry.at));
            }
        }
        for (var entry : entries) {
            if (entry.below != null) {
                entry.below.walk(append(prefix, entry.at), visitor);
            }
        }
    }

    private static PathElement[] append(PathElement[] prefix, PathElement last) {
        var path = Arrays.copyOf(prefix, prefix.length + 1);
        path[prefix.length] = last;
        return path;
    }

    FieldSet union(FieldSet other) {
        return SetAlgebra.union(this, other);
    }

    FieldSet intersection(FieldSet other) {
        return SetAlgebra.intersection(this, other);
    }

    /** Without the other's members; a field stays when only something below it is among them. */
    FieldSet difference(FieldSet other) {
        return SetAlgebra.difference(this, other);
    }

    /** Without the other's members and all that is below them. */
    FieldSet withoutTrees(FieldSet other) {
        return SetAlgebra.withoutTrees(this, other);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof FieldSet set && Arrays.equals(entries, set.entries));
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(entries);
    }

    @Override
    public String toString() {
        var out = new StringBuilder();
        forEach(path -> {
            Arrays.stream(path).forEach(element -> out.append(element.text()));
            out.append('\n');
        });
        return out.toString();
    }
}
