package dev.allmende.apiserver.apply;

import dev.allmende.apiserver.apply.FieldSet.Entry;
import java.util.Arrays;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Collects one node of a {@link FieldSet}, in any order. */
final class FieldSetBuilder {

    private static final Comparator<Entry> BY_ELEMENT = Comparator.comparing(Entry::at);

    private Entry[] entries;
    private int size;
    private boolean sorted = true;

    FieldSetBuilder(int capacity) {
        entries = new Entry[capacity];
    }

    /** Adds a step; nothing when the field is no member and nothing is below it. */
    void add(PathElement at, boolean member, @Nullable FieldSet below) {
        var some = below == null || below.isEmpty() ? null : below;
        if (member || some != null) {
            add(new Entry(at, member, some));
        }
    }

    void add(Entry entry) {
        if (size == entries.length) {
            entries = Arrays.copyOf(entries, Math.max(4, 2 * size));
        }
        sorted = sorted && (size == 0 || entries[size - 1].at().compareTo(entry.at()) < 0);
        entries[size++] = entry;
    }

    FieldSet build() {
        if (!sorted) {
            Arrays.sort(entries, 0, size, BY_ELEMENT);
            mergeEqual();
        }
        return FieldSet.ofSorted(entries, size);
    }

    private void mergeEqual() {
        int kept = 0;
        for (int i = 1; i < size; i++) {
            if (entries[kept].at().compareTo(entries[i].at()) == 0) {
                entries[kept] = SetAlgebra.union(entries[kept], entries[i]);
            } else {
                entries[++kept] = entries[i];
            }
        }
        size = kept + 1;
    }
}
