package dev.allmende.apiserver.cel.library;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** CEL's equality: numbers by value whatever their type, lists and maps by what is in them. */
final class Likeness {

    private Likeness() {}

    static boolean same(@Nullable Object a, @Nullable Object b) {
        if (a instanceof Number one && b instanceof Number other) {
            boolean whole = one instanceof Long && other instanceof Long;
            return whole ? one.longValue() == other.longValue() : one.doubleValue() == other.doubleValue();
        }
        if (a instanceof List<?> one && b instanceof List<?> other) {
            return sameItems(one, other);
        }
        if (a instanceof Map<?, ?> one && b instanceof Map<?, ?> other) {
            return sameEntries(one, other);
        }
        return a != null && a.equals(b);
    }

    private static boolean sameItems(List<?> a, List<?> b) {
        if (a.size() != b.size()) {
            return false;
        }
        for (int i = 0; i < a.size(); i++) {
            if (!same(a.get(i), b.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameEntries(Map<?, ?> a, Map<?, ?> b) {
        if (a.size() != b.size()) {
            return false;
        }
        for (var entry : a.entrySet()) {
            if (!b.containsKey(entry.getKey()) || !same(entry.getValue(), b.get(entry.getKey()))) {
                return false;
            }
        }
        return true;
    }
}
