package dev.allmende.status.alert;

import java.util.Map;

/**
 * One alert as an Alertmanager tells of it.
 *
 * @param fingerprint the same for the same labels
 */
public record Alert(String fingerprint, boolean isFiring, Map<String, String> labels) {

    private static final String NAME = "alertname";

    public Alert {
        labels = Map.copyOf(labels);
    }

    public String name() {
        return labels.getOrDefault(NAME, "");
    }

    /** Its name alone: what is kept of it. */
    Alert named() {
        return new Alert(fingerprint, isFiring, Map.of(NAME, name()));
    }

    /** Whether it has all of these labels. */
    public boolean has(Map<String, String> wanted) {
        return labels.entrySet().containsAll(wanted.entrySet());
    }
}
