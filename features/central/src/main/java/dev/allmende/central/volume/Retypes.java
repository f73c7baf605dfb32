package dev.allmende.central.volume;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Changes of type that Cinder took on. It sets a volume's status to {@code retyping} before it answers, and when its back ends
 * cannot do it back to what it was, with the old type (cinder/volume/manager.py and scheduler/manager.py, Zed): so a volume at
 * rest with the old type was given up, and would be for ever. Remembered in this process only: another one tries once more.
 * Thread-safe.
 */
final class Retypes {

    private final Map<String, Long> begun = new ConcurrentHashMap<>();

    void begun(HasMetadata volume) {
        begun.put(volume.getMetadata().getUid(), generation(volume));
    }

    void forget(HasMetadata volume) {
        begun.remove(volume.getMetadata().getUid());
    }

    /** Whether what this spec asks for was begun; for a volume at rest that has not got it. */
    boolean isGivenUp(HasMetadata volume) {
        return Long.valueOf(generation(volume))
                .equals(begun.get(volume.getMetadata().getUid()));
    }

    static String told(String want, String have) {
        return "the cloud gave up to change the type from %s to %s: change spec.type, or allow spec.migration OnDemand, to try again"
                .formatted(have, want);
    }

    private static long generation(HasMetadata volume) {
        return Objects.requireNonNullElse(volume.getMetadata().getGeneration(), 0L);
    }
}
