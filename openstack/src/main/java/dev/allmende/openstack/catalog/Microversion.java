package dev.allmende.openstack.catalog;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/** Major and minor number; {@code 2.9} is below {@code 2.10}. */
public record Microversion(int major, int minor) implements Comparable<Microversion> {

    private static final Pattern FORM = Pattern.compile("v?(\\d{1,4})(?:\\.(\\d{1,6}))?(?:\\.\\d+)?");
    private static final Comparator<Microversion> ORDER =
            Comparator.comparingInt(Microversion::major).thenComparingInt(Microversion::minor);

    /** Reads {@code 2.93}, {@code v2.1} or {@code v3}. */
    public static Optional<Microversion> parse(String text) {
        var match = FORM.matcher(text);
        if (!match.matches()) {
            return Optional.empty();
        }
        var minor = match.group(2);
        return Optional.of(
                new Microversion(Integer.parseInt(match.group(1)), minor == null ? 0 : Integer.parseInt(minor)));
    }

    @Override
    public int compareTo(Microversion other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
