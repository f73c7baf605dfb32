package dev.allmende.status.page;

import dev.allmende.status.availability.Tally;
import dev.allmende.status.availability.Weights;
import java.util.Locale;

/** How well a component fares, in as many steps as there are signs for. The later, the worse. */
public enum Level {
    GOOD("✓"),
    MAINTENANCE("M"),
    UNKNOWN("?"),
    LIMITED("!"),
    BAD("✕");

    private final String sign;

    Level(String sign) {
        this.sign = sign;
    }

    /** Beside the colour, for who sees none. */
    public String sign() {
        return sign;
    }

    /** Of an incident's severity, 0 to 100. */
    static Level of(int severity, Weights weights) {
        if (severity == 0) {
            return MAINTENANCE;
        }
        var weight = weights.of(severity);
        if (weight.isEmpty()) {
            return UNKNOWN;
        }
        double lost = weight.getAsDouble();
        return lost == 0 ? GOOD : lost == 1 ? BAD : LIMITED;
    }

    /** Of a day: its worst moment outside maintenance, else whether there was maintenance. */
    static Level of(Tally tally, Weights weights) {
        var worst = tally.worst() == 0 ? GOOD : of(tally.worst(), weights);
        return worst == GOOD && tally.maintenance() > 0 ? MAINTENANCE : worst;
    }

    public Level orWorse(Level other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** In style sheets and names of texts. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
