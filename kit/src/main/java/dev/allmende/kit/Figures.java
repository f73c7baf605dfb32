package dev.allmende.kit;

import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** What controllers did, in Prometheus' text format 0.0.4. Thread-safe. */
public final class Figures {

    private static final String LEADING = "allmende_controllers_leading";
    private static final String LOOKS = "allmende_reconciliation_seconds";

    private record Series(long count, double seconds) {
        Series plus(double more) {
            return new Series(count + 1, seconds + more);
        }
    }

    private final TreeMap<String, Series> reconciliations = new TreeMap<>();
    private final AtomicBoolean leads = new AtomicBoolean();

    synchronized void reconciled(String kind, Outcome<?> outcome, long nanoseconds) {
        var labels = "kind=\"%s\",outcome=\"%s\""
                .formatted(kind, outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT));
        reconciliations.merge(labels, new Series(1, nanoseconds / 1e9), (old, one) -> old.plus(one.seconds()));
    }

    void leads(boolean now) {
        leads.set(now);
    }

    public synchronized String text() {
        var text = new Exposition();
        text.head(LEADING, "gauge", "Whether this process acts (1) or stands by (0).");
        text.line(LEADING, leads.get() ? "1" : "0");
        text.head(LOOKS, "summary", "Time of looks at objects, by kind and outcome.");
        reconciliations.forEach((labels, series) -> {
            text.line(LOOKS + "_count", labels, Long.toString(series.count()));
            text.line(LOOKS + "_sum", labels, String.format(Locale.ROOT, "%.6f", series.seconds()));
        });
        return text.text();
    }
}
