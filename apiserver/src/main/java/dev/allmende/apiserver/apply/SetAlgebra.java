package dev.allmende.apiserver.apply;

import dev.allmende.apiserver.apply.FieldSet.Entry;
import org.jspecify.annotations.Nullable;

/** Operations on two sets in one pass over both. */
@SuppressWarnings("ReferenceEquality") // shared parts need no look inside
final class SetAlgebra {

    private SetAlgebra() {}

    static FieldSet union(FieldSet a, FieldSet b) {
        if (a == b || b.isEmpty()) {
            return a;
        }
        if (a.isEmpty()) {
            return b;
        }
        var out = new Entry[a.entries.length + b.entries.length];
        int size = 0;
        int i = 0;
        int j = 0;
        boolean same = true;
        while (i < a.entries.length || j < b.entries.length) {
            var order = order(a, i, b, j);
            if (order > 0) {
                same = false;
                out[size++] = b.entries[j++];
            } else if (order < 0) {
                out[size++] = a.entries[i++];
            } else {
                var merged = union(a.entries[i], b.entries[j++]);
                same &= merged == a.entries[i++];
                out[size++] = merged;
            }
        }
        return same ? a : FieldSet.ofSorted(out, size);
    }

    static Entry union(Entry a, Entry b) {
        var below = a.below() == null ? b.below() : b.below() == null ? a.below() : union(a.below(), b.below());
        var member = a.member() || b.member();
        return below == a.below() && member == a.member() ? a : new Entry(a.at(), member, below);
    }

    /** Below zero when a's entry comes first or stands alone, above zero when b's does. */
    private static int order(FieldSet a, int i, FieldSet b, int j) {
        if (i == a.entries.length) {
            return 1;
        }
        return j == b.entries.length ? -1 : a.entries[i].at().compareTo(b.entries[j].at());
    }

    /** What becomes of an entry that the other set has too; null when nothing. */
    private interface OnBoth {
        @Nullable
        Entry entry(Entry a, Entry b);
    }

    static FieldSet intersection(FieldSet a, FieldSet b) {
        return fold(a, b, false, SetAlgebra::common);
    }

    static FieldSet difference(FieldSet a, FieldSet b) {
        return fold(a, b, true, SetAlgebra::less);
    }

    static FieldSet withoutTrees(FieldSet a, FieldSet b) {
        return fold(a, b, true, SetAlgebra::lessTrees);
    }

    private static FieldSet fold(FieldSet a, FieldSet b, boolean keepAlone, OnBoth onBoth) {
        if (a.isEmpty() || b.isEmpty()) {
            return keepAlone ? a : FieldSet.EMPTY;
        }
        var out = new Entry[a.entries.length];
        int size = 0;
        int j = 0;
        boolean same = true;
        for (var entry : a.entries) {
            int order = 1;
            while (j < b.entries.length && (order = b.entries[j].at().compareTo(entry.at())) < 0) {
                j++;
            }
            var both = j < b.entries.length && order == 0;
            var kept = both ? onBoth.entry(entry, b.entries[j]) : keepAlone ? entry : null;
            same &= kept == entry;
            if (kept != null) {
                out[size++] = kept;
            }
        }
        return same ? a : FieldSet.ofSorted(out, size);
    }

    private static @Nullable Entry common(Entry a, Entry b) {
        var below = a.below() == null || b.below() == null ? null : intersection(a.below(), b.below());
        return entry(a, a.member() && b.member(), below);
    }

    private static @Nullable Entry less(Entry a, Entry b) {
        var below = a.below() == null || b.below() == null ? a.below() : difference(a.below(), b.below());
        return entry(a, a.member() && !b.member(), below);
    }

    private static @Nullable Entry lessTrees(Entry a, Entry b) {
        if (b.member()) {
            return null;
        }
        var below = a.below() == null || b.below() == null ? a.below() : withoutTrees(a.below(), b.below());
        return entry(a, a.member(), below);
    }

    private static @Nullable Entry entry(Entry a, boolean member, @Nullable FieldSet below) {
        var some = below == null || below.isEmpty() ? null : below;
        if (!member && some == null) {
            return null;
        }
        return member == a.member() && some == a.below() ? a : new Entry(a.at(), member, some);
    }
}
