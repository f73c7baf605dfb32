package dev.allmende.central.identity;

import dev.allmende.central.peer.PeerException;
import java.util.ArrayList;
import java.util.List;

/**
 * How it stands with a thing, as conditions say it.
 *
 * @param ready usable now
 * @param synced as the spec says
 * @param progressing will be tried again by itself, soon
 */
record Verdict(boolean ready, boolean synced, boolean progressing, String reason, String message) {

    static Verdict good() {
        return new Verdict(true, true, false, "Available", "");
    }

    static Verdict observed() {
        return new Verdict(true, true, false, "Observed", "");
    }

    static Verdict working(String reason) {
        return new Verdict(false, false, true, reason, "");
    }

    static Verdict drifted(int fields) {
        return new Verdict(true, false, false, "Drifted", fields + " field(s) differ, see status.drift");
    }

    static Verdict waiting(String message) {
        return new Verdict(false, false, true, "WaitingFor", message);
    }

    static Verdict stuck(String reason, String message) {
        return new Verdict(false, false, false, reason, message);
    }

    static Verdict of(PeerException failure) {
        var message = String.valueOf(failure.getMessage());
        return switch (failure.kind()) {
            case UNAVAILABLE, GARBLED -> new Verdict(false, false, true, "TransientError", message);
            case NOT_FOUND -> waiting(message);
            case QUOTA -> new Verdict(false, false, true, "QuotaExceeded", message);
            case UNAUTHORIZED, TLS -> stuck("Unauthorized", message);
            case CONFLICT -> stuck("Conflict", message);
            case FORBIDDEN, INVALID -> stuck("InvalidSpec", message);
        };
    }

    /** What does not change keeps its time, so that an idle resource is not written. */
    List<Condition> conditions(ThingStatus before, Long generation, String now) {
        var all = new ArrayList<Condition>();
        all.add(condition(before, "Ready", ready, generation, now));
        all.add(condition(before, "Synced", synced, generation, now));
        all.add(condition(before, "Progressing", progressing, generation, now));
        return all;
    }

    private Condition condition(ThingStatus before, String type, boolean is, Long generation, String now) {
        var status = is ? "True" : "False";
        var since = before.condition(type)
                .filter(old -> old.status().equals(status))
                .map(Condition::lastTransitionTime)
                .orElse(now);
        return new Condition(type, status, reason, message, since, generation);
    }
}
