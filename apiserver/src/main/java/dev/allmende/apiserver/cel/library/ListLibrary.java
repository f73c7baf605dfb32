package dev.allmende.apiserver.cel.library;

import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.TypeParamType;
import dev.cel.common.values.CelByteString;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** {@code [1, 2].sum()}, {@code isSorted}, {@code min}, {@code max}, {@code indexOf}. */
final class ListLibrary {

    /** In Kubernetes' order: of an empty list the checker takes the first. */
    private static final List<CelType> COMPARABLE = List.of(
            SimpleType.INT,
            SimpleType.UINT,
            SimpleType.DOUBLE,
            SimpleType.BOOL,
            SimpleType.DURATION,
            SimpleType.TIMESTAMP,
            SimpleType.STRING,
            SimpleType.BYTES);

    private static final TypeParamType ANY = TypeParamType.create("A");
    private static final Kind<Object> ITEM = new Kind<>(ANY, Object.class);

    private ListLibrary() {}

    static void addTo(Functions f) {
        COMPARABLE.forEach(type -> {
            var name = type.kind().name().toLowerCase(Locale.ROOT);
            var list = Kind.listOf(type);
            f.member("isSorted", "list_" + name + "_is_sorted_bool", SimpleType.BOOL, list, ListLibrary::isSorted);
            f.member("min", "list_" + name + "_min_" + name, type, list, items -> best("min", items, -1));
            f.member("max", "list_" + name + "_max_" + name, type, list, items -> best("max", items, 1));
        });
        sum(f, "int", SimpleType.INT, 0L);
        sum(f, "double", SimpleType.DOUBLE, 0.0);
        sum(f, "duration", SimpleType.DURATION, Duration.ZERO);
        var list = Kind.listOf(ANY);
        f.member(
                "indexOf",
                "list_a_index_of_int",
                SimpleType.INT,
                list,
                ITEM,
                (items, item) -> index(items, item, false));
        f.member(
                "lastIndexOf",
                "list_a_last_index_of_int",
                SimpleType.INT,
                list,
                ITEM,
                (items, item) -> index(items, item, true));
    }

    private static void sum(Functions f, String name, CelType type, Object zero) {
        f.member("sum", "list_" + name + "_sum_" + name, type, Kind.listOf(type), items -> {
            Object sum = zero;
            for (var item : items) {
                sum = add(sum, item);
            }
            return sum;
        });
    }

    private static Object add(Object a, @Nullable Object b) {
        try {
            return switch (a) {
                case Long whole when b instanceof Long other -> Math.addExact(whole, other);
                case Double number when b instanceof Double other -> number + other;
                case Duration time when b instanceof Duration other -> time.plus(other);
                default -> throw new RuleFault("no such overload");
            };
        } catch (ArithmeticException e) {
            throw new RuleFault("integer overflow");
        }
    }

    private static Object isSorted(List<?> items) {
        for (int i = 1; i < items.size(); i++) {
            if (compare(items.get(i - 1), items.get(i)) > 0) {
                return false;
            }
        }
        return true;
    }

    private static Object best(String name, List<?> items, int wanted) {
        if (items.isEmpty()) {
            throw new RuleFault(name + " called on empty list");
        }
        Object best = items.getFirst();
        for (var item : items) {
            best = Integer.signum(compare(item, best)) == wanted ? item : best;
        }
        return best;
    }

    private static int compare(@Nullable Object a, @Nullable Object b) {
        return switch (a) {
            case Long whole when b instanceof Long other -> whole.compareTo(other);
            case Double number when b instanceof Double other -> number.compareTo(other);
            case String text when b instanceof String other -> text.compareTo(other);
            case Boolean truth when b instanceof Boolean other -> truth.compareTo(other);
            case Duration time when b instanceof Duration other -> time.compareTo(other);
            case Instant time when b instanceof Instant other -> time.compareTo(other);
            case CelByteString bytes
            when b instanceof CelByteString other ->
                CelByteString.unsignedLexicographicalComparator().compare(bytes, other);
            case null, default -> throw new RuleFault("no such overload");
        };
    }

    private static Object index(List<?> items, Object item, boolean last) {
        long found = -1;
        for (int i = 0; i < items.size() && (last || found < 0); i++) {
            if (Likeness.same(items.get(i), item)) {
                found = i;
            }
        }
        return found;
    }
}
