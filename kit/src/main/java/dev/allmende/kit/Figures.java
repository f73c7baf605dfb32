package dev.allmende.kit;

import java.util.Locale;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** What controllers did, in Prometheus' text format 0.0.4. Thread-safe. */
public final class Figures {

    private record Series(long count, double seconds) {
        Series plus(double more) {
            return new Series(count + 1, seconds + more);
        }
    }

    private final TreeMap<String, Series> reconciliations = new TreeMap<>();
    private final AtomicBoolean leads = new AtomicBoolean();

    synchronized void reconciled(String kind, Outcome<?> outcome, long nanoseconds) {
        var labels = "{kind=\"%s\",outcome=\"%s\"}"
                .formatted(kind, outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT));
        reconciliations.merge(labels, new Series(1, nanoseconds / 1e9), (old, one) -> old.plus(one.seconds()));
    }

    void leads(boolean now) {
        leads.set(now);
    }

    public synchronized String text() {
        var text = new StringBuilder();
        text.append("# HELP allmende_controllers_leading Whether this process acts (1) or stands by (0).\n");
        text.append("# TYPE allmende_controllers_leading gauge\n");
        text.append("allmende_controllers_leading ").append(leads.get() ? 1 : 0).append('\n');
        text.append("# HELP allmende_reconciliation_seconds Time of looks at objects, by kind and outcome.\n");
        text.append("# TYPE allmende_reconciliation_seconds summary\n");
        reconciliations.forEach((labels, series) -> {
            text.append("allmende_reconciliation_seconds_count").append(labels).append(' ');
            text.append(series.count()).append('\n');
            text.append("allmende_reconciliation_seconds_sum").append(labels).append(' ');
            text.append(String.format(Locale.ROOT, "%.6f", series.seconds())).append('\n');
        });
        return text.toString();
    }
}
