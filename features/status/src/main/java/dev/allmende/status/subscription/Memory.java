package dev.allmende.status.subscription;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What this process knows beyond the resources: which messages it has begun and which it has sent, of which the record may
 * not be seen yet. It is lost in a crash, and that is its use: a message that a status says is being sent and that is not
 * known here was begun by a process that is no more.
 */
final class Memory {

    private final Map<String, String> begun = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> settled = new ConcurrentHashMap<>();

    /** Before the status that says so is written. */
    void begin(String subscription, String message) {
        begun.put(subscription, message);
    }

    boolean hasBegun(String subscription, String message) {
        return message.equals(begun.get(subscription));
    }

    /** Right after a message went out, or was given up. */
    void settle(String subscription, Collection<String> messages) {
        begun.remove(subscription);
        settled.computeIfAbsent(subscription, none -> ConcurrentHashMap.newKeySet())
                .addAll(messages);
    }

    void forgetBegun(String subscription) {
        begun.remove(subscription);
    }

    /** Settled ones that a status lacks; those that it has are forgotten here. */
    List<String> unrecorded(String subscription, List<String> told) {
        var mine = settled.get(subscription);
        if (mine == null) {
            return List.of();
        }
        mine.removeAll(Set.copyOf(told));
        if (mine.isEmpty()) {
            settled.remove(subscription);
        }
        return List.copyOf(mine);
    }
}
