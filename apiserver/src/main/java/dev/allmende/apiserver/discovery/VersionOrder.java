package dev.allmende.apiserver.discovery;

import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * Versions, best first: {@code v2, v1, v2beta1, v1beta2, v1beta1, v1alpha1}, then others by name (Kubernetes documentation,
 * "Versions in CustomResourceDefinitions", version priority).
 */
public final class VersionOrder {

    /** Best first. */
    public static final Comparator<String> BEST_FIRST = Comparator.comparing(Parsed::of);

    private static final Pattern KUBE = Pattern.compile("v([0-9]{1,9})(?:(alpha|beta)([0-9]{1,9}))?");

    private VersionOrder() {}

    /** @param stage 0 for stable, then beta, alpha, and names of another form */
    private record Parsed(int stage, int major, int minor, String name) implements Comparable<Parsed> {

        private static final Comparator<Parsed> ORDER = Comparator.comparingInt(Parsed::stage)
                .thenComparing(Parsed::major, Comparator.reverseOrder())
                .thenComparing(Parsed::minor, Comparator.reverseOrder())
                .thenComparing(Parsed::name);

        static Parsed of(String version) {
            var match = KUBE.matcher(version);
            if (!match.matches()) {
                return new Parsed(3, 0, 0, version);
            }
            int major = Integer.parseInt(match.group(1));
            if (match.group(2) == null) {
                return new Parsed(0, major, 0, version);
            }
            int stage = match.group(2).equals("beta") ? 1 : 2;
            return new Parsed(stage, major, Integer.parseInt(match.group(3)), version);
        }

        @Override
        public int compareTo(Parsed other) {
            return ORDER.compare(this, other);
        }
    }
}
