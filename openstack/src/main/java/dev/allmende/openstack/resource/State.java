package dev.allmende.openstack.resource;

import java.util.Locale;
import java.util.Set;

/** What a resource's status word means to somebody who waits for it. */
public sealed interface State {

    /** The service's own word. */
    String status();

    /** Usable; nothing is going on. */
    record Ready(String status) implements State {}

    /** Something is going on, look again. */
    record Busy(String status) implements State {}

    /** It failed; it may still recover, or be deleted. */
    record Broken(String status, String reason) implements State {}

    /** On its way out. */
    record Leaving(String status) implements State {}

    private static boolean isReady(String word) {
        return READY.contains(word) || word.isEmpty();
    }

    /**
     * Sources: the services' API references of release Zed, sections on status. A word that nobody knows is busy: to wait
     * does no harm.
     */
    Set<String> READY = Set.of(
            "active",
            "down",
            "available",
            "in-use",
            "shutoff",
            "paused",
            "suspended",
            "shelved",
            "shelved_offloaded",
            "n/a",
            "notapplicable",
            "online",
            "degraded",
            "deactivated");

    /** @param reason why it broke, in the service's words; empty when it does not say */
    static State of(String status, String reason) {
        var word = status.toLowerCase(Locale.ROOT);
        if (isReady(word)) {
            return new Ready(status);
        }
        if (word.startsWith("error") || word.equals("killed")) {
            return new Broken(status, reason);
        }
        return word.contains("delet") ? new Leaving(status) : new Busy(status);
    }
}
