package dev.allmende.apiserver.cel.library;

import com.google.re2j.Pattern;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An amount with a suffix, such as {@code 500m} or {@code 1.5Gi} (apimachinery, pkg/api/resource). */
record Quantity(BigDecimal amount) implements Comparable<Quantity> {

    private static final Pattern SHAPE = Pattern.compile(
            "^([+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+))(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E|[eE][+-]?[0-9]{1,3})?$");

    private static final Map<String, BigDecimal> SUFFIXES = Map.ofEntries(
            Map.entry("Ki", power(2, 10)),
            Map.entry("Mi", power(2, 20)),
            Map.entry("Gi", power(2, 30)),
            Map.entry("Ti", power(2, 40)),
            Map.entry("Pi", power(2, 50)),
            Map.entry("Ei", power(2, 60)),
            Map.entry("n", BigDecimal.ONE.scaleByPowerOfTen(-9)),
            Map.entry("u", BigDecimal.ONE.scaleByPowerOfTen(-6)),
            Map.entry("m", BigDecimal.ONE.scaleByPowerOfTen(-3)),
            Map.entry("k", power(10, 3)),
            Map.entry("M", power(10, 6)),
            Map.entry("G", power(10, 9)),
            Map.entry("T", power(10, 12)),
            Map.entry("P", power(10, 15)),
            Map.entry("E", power(10, 18)));

    private static BigDecimal power(int base, int exponent) {
        return new BigDecimal(BigInteger.valueOf(base).pow(exponent));
    }

    /** Finer than a nano is rounded up, as Kubernetes does. */
    static Optional<Quantity> parse(String text) {
        var matcher = SHAPE.matcher(text);
        if (!matcher.find()) {
            return Optional.empty();
        }
        var number = new BigDecimal(plain(matcher.group(1)));
        var exact = scaled(number, matcher.group(4));
        return Optional.of(new Quantity(exact.scale() > 9 ? exact.setScale(9, RoundingMode.UP) : exact));
    }

    /** {@code 1.} and {@code .5} in a form that Java reads. */
    private static String plain(String number) {
        return number.endsWith(".") ? number + "0" : number;
    }

    private static BigDecimal scaled(BigDecimal number, @Nullable String suffix) {
        if (suffix == null || suffix.isEmpty()) {
            return number;
        }
        var factor = SUFFIXES.get(suffix);
        return factor != null
                ? number.multiply(factor)
                : number.scaleByPowerOfTen(Integer.parseInt(suffix.substring(1)));
    }

    boolean isInteger() {
        return amount.signum() == 0
                || (amount.stripTrailingZeros().scale() <= 0
                        && amount.toBigInteger().bitLength() < 64);
    }

    /** As Kubernetes makes a float64 of digits and a power of ten. */
    double approximate() {
        return amount.scale() > 0
                ? amount.unscaledValue().doubleValue() * Math.pow(10, -amount.scale())
                : amount.doubleValue();
    }

    @Override
    public int compareTo(Quantity other) {
        return amount.compareTo(other.amount);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Quantity quantity && compareTo(quantity) == 0;
    }

    @Override
    public int hashCode() {
        return amount.stripTrailingZeros().hashCode();
    }
}
