package dev.allmende.apiserver.cel.library;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A version (semver.org 2.0.0). Build metadata does not count in comparisons. */
record Semver(long major, long minor, long patch, List<String> preRelease) implements Comparable<Semver> {

    private static final String NUMBER = "(0|[1-9][0-9]{0,17})";
    private static final String PART = "(?:0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*)";
    private static final Pattern SHAPE =
            Pattern.compile("^%1$s\\.%1$s\\.%1$s(?:-(%2$s(?:\\.%2$s)*))?(?:\\+[0-9a-zA-Z-]+(?:\\.[0-9a-zA-Z-]+)*)?$"
                    .formatted(NUMBER, PART));
    private static final Pattern LOOSE = Pattern.compile("^v?([0-9]+)(?:\\.([0-9]+))?(?:\\.([0-9]+))?([-+].*)?$");

    static Optional<Semver> parse(String text) {
        var matcher = SHAPE.matcher(text);
        if (!matcher.find()) {
            return Optional.empty();
        }
        var preRelease = matcher.group(4);
        return Optional.of(new Semver(
                Long.parseLong(matcher.group(1)),
                Long.parseLong(matcher.group(2)),
                Long.parseLong(matcher.group(3)),
                preRelease == null ? List.of() : List.of(preRelease.split("\\.", -1))));
    }

    /** Takes a leading v, missing parts and leading zeros. */
    static Optional<Semver> parseLoosely(String text) {
        var matcher = LOOSE.matcher(text);
        if (!matcher.find()) {
            return Optional.empty();
        }
        var rest = matcher.group(4);
        return parse("%s.%s.%s%s"
                .formatted(
                        number(matcher.group(1)),
                        number(matcher.group(2)),
                        number(matcher.group(3)),
                        rest == null ? "" : rest));
    }

    private static String number(@Nullable String digits) {
        var stripped = digits == null ? "" : digits.replaceFirst("^0+", "");
        return stripped.isEmpty() ? "0" : stripped;
    }

    @Override
    public int compareTo(Semver other) {
        int order = Long.compare(major, other.major);
        order = order != 0 ? order : Long.compare(minor, other.minor);
        order = order != 0 ? order : Long.compare(patch, other.patch);
        return order != 0 ? order : comparePreReleases(preRelease, other.preRelease);
    }

    private static int comparePreReleases(List<String> a, List<String> b) {
        if (a.isEmpty() || b.isEmpty()) {
            return Boolean.compare(a.isEmpty(), b.isEmpty());
        }
        for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
            int order = compareParts(a.get(i), b.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(a.size(), b.size());
    }

    private static int compareParts(String a, String b) {
        boolean numberA = a.chars().allMatch(c -> c >= '0' && c <= '9');
        boolean numberB = b.chars().allMatch(c -> c >= '0' && c <= '9');
        if (numberA != numberB) {
            return numberA ? -1 : 1;
        }
        int byLength = numberA ? Integer.compare(a.length(), b.length()) : 0;
        return byLength != 0 ? byLength : Integer.signum(a.compareTo(b));
    }
}
