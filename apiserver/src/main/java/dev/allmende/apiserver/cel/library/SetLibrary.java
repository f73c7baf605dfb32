package dev.allmende.apiserver.cel.library;

import dev.cel.common.types.SimpleType;
import dev.cel.common.types.TypeParamType;
import java.util.List;

/**
 * {@code sets.contains}, {@code sets.equivalent}, {@code sets.intersects} (cel-go, ext/sets.go). Each item is compared with
 * each, so lists whose sizes multiply to more than a rule may cost are refused before.
 */
final class SetLibrary {

    private static final long MOST_COMPARISONS = 1_000_000;
    private static final Kind<List<?>> LIST = Kind.listOf(TypeParamType.create("T"));

    private SetLibrary() {}

    static void addTo(Functions f) {
        f.global("sets.contains", "list_sets_contains_list", SimpleType.BOOL, LIST, LIST, SetLibrary::containsAll);
        f.global(
                "sets.equivalent",
                "list_sets_equivalent_list",
                SimpleType.BOOL,
                LIST,
                LIST,
                (a, b) -> containsAll(a, b) && containsAll(b, a));
        f.global("sets.intersects", "list_sets_intersects_list", SimpleType.BOOL, LIST, LIST, SetLibrary::intersects);
    }

    private static boolean containsAll(List<?> all, List<?> some) {
        checkCost(all, some);
        for (var item : some) {
            if (!contains(all, item)) {
                return false;
            }
        }
        return true;
    }

    private static boolean intersects(List<?> a, List<?> b) {
        checkCost(a, b);
        for (var item : a) {
            if (contains(b, item)) {
                return true;
            }
        }
        return false;
    }

    private static boolean contains(List<?> items, Object wanted) {
        for (var item : items) {
            if (Likeness.same(item, wanted)) {
                return true;
            }
        }
        return false;
    }

    private static void checkCost(List<?> a, List<?> b) {
        if ((long) a.size() * b.size() > MOST_COMPARISONS) {
            throw new OutOfBudget();
        }
    }
}
