package dev.allmende.apiserver.cel.library;

import static dev.allmende.apiserver.cel.library.Kind.INT;
import static dev.allmende.apiserver.cel.library.Kind.STRING;

import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import java.math.BigDecimal;

/** {@code quantity('1Gi').isGreaterThan(...)}. */
final class QuantityLibrary {

    private static final Kind<Quantity> QUANTITY = Kind.opaque("kubernetes.Quantity", Quantity.class);
    private static final CelType TYPE = QUANTITY.type();

    private static final String MALFORMED =
            "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'";

    private QuantityLibrary() {}

    static void addTo(Functions f) {
        f.global("quantity", "string_to_quantity", TYPE, STRING, QuantityLibrary::parse);
        f.global(
                "isQuantity",
                "is_quantity_string",
                SimpleType.BOOL,
                STRING,
                text -> Quantity.parse(text).isPresent());
        f.global("sign", "quantity_sign", SimpleType.INT, QUANTITY, q ->
                (long) q.amount().signum());
        f.member(
                "isGreaterThan",
                "quantity_is_greater_than",
                SimpleType.BOOL,
                QUANTITY,
                QUANTITY,
                (a, b) -> a.compareTo(b) > 0);
        f.member(
                "isLessThan",
                "quantity_is_less_than",
                SimpleType.BOOL,
                QUANTITY,
                QUANTITY,
                (a, b) -> a.compareTo(b) < 0);
        f.member("compareTo", "quantity_compare_to", SimpleType.INT, QUANTITY, QUANTITY, (a, b) ->
                (long) a.compareTo(b));
        f.member("asApproximateFloat", "quantity_get_float", SimpleType.DOUBLE, QUANTITY, Quantity::approximate);
        f.member("asInteger", "quantity_get_int", SimpleType.INT, QUANTITY, QuantityLibrary::asInteger);
        f.member("isInteger", "quantity_is_integer", SimpleType.BOOL, QUANTITY, Quantity::isInteger);
        f.member(
                "add",
                "quantity_add",
                TYPE,
                QUANTITY,
                QUANTITY,
                (a, b) -> new Quantity(a.amount().add(b.amount())));
        f.member(
                "add",
                "quantity_add_int",
                TYPE,
                QUANTITY,
                INT,
                (a, b) -> new Quantity(a.amount().add(BigDecimal.valueOf(b))));
        f.member(
                "sub",
                "quantity_sub",
                TYPE,
                QUANTITY,
                QUANTITY,
                (a, b) -> new Quantity(a.amount().subtract(b.amount())));
        f.member(
                "sub",
                "quantity_sub_int",
                TYPE,
                QUANTITY,
                INT,
                (a, b) -> new Quantity(a.amount().subtract(BigDecimal.valueOf(b))));
    }

    private static Quantity parse(String text) {
        return Quantity.parse(text).orElseThrow(() -> new RuleFault(MALFORMED));
    }

    private static Object asInteger(Quantity quantity) {
        if (!quantity.isInteger()) {
            throw new RuleFault("cannot convert value to integer");
        }
        return quantity.amount().longValueExact();
    }
}
