package dev.allmende.status.alert;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What was said last of each alert that concerns a probe. In memory: an Alertmanager repeats what fires. Thread-safe. */
public final class Alerts {

    private static final int MOST = 1000;

    private final Map<String, Heard> byProbe = new ConcurrentHashMap<>();

    /**
     * An alert that fires.
     *
     * @param since when it was first heard of
     * @param last when it was last heard of
     */
    public record Firing(Alert alert, Instant since, Instant last) {}

    private static final class Heard {
        private final Map<String, Firing> firing = new LinkedHashMap<>();

        synchronized void hear(List<Alert> alerts, Instant now) {
            for (var alert : alerts) {
                if (!alert.isFiring()) {
                    firing.remove(alert.fingerprint());
                } else if (firing.size() < MOST || firing.containsKey(alert.fingerprint())) {
                    firing.merge(
                            alert.fingerprint(),
                            new Firing(alert.named(), now, now),
                            (before, more) -> new Firing(before.alert(), before.since(), now));
                }
            }
        }

        synchronized List<Firing> firing() {
            return firing.values().stream()
                    .sorted(Comparator.comparing(Firing::since))
                    .toList();
        }

        synchronized void forget(Instant before) {
            firing.values().removeIf(each -> each.last().isBefore(before));
        }
    }

    /** @param probe its unique identifier */
    public void hear(String probe, List<Alert> alerts, Instant now) {
        byProbe.computeIfAbsent(probe, none -> new Heard()).hear(alerts, now);
    }

    /** What fires for a probe, the oldest first. */
    public List<Firing> firing(String probe) {
        var heard = byProbe.get(probe);
        return heard == null ? List.of() : heard.firing();
    }

    /** Those that were last heard of earlier fire no more, as far as is known. */
    public void forget(String probe, Instant before) {
        var heard = byProbe.get(probe);
        if (heard != null) {
            heard.forget(before);
        }
    }
}
