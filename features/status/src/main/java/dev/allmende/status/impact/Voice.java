package dev.allmende.status.impact;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a probe has to say now, over all its places.
 *
 * @param state never SUPPRESSED
 * @param worst DEGRADED or FAILED, for a state that is bad
 * @param firstBad when its trouble began
 * @param firstGood when its trouble ended
 * @param remark for those who run the cloud: what was wrong
 */
public record Voice(
        String probe,
        State state,
        State worst,
        @Nullable Instant firstBad,
        @Nullable Instant firstGood,
        boolean unstable,
        String remark,
        Set<String> dependsOn,
        List<Claim> claims,
        Manner manner) {

    /**
     * What it says of a component.
     *
     * @param kind impact type
     */
    public record Claim(String component, String kind, int failing, int slow) {}

    /**
     * What comes of it.
     *
     * @param publishAfter zero: at once; null: never by itself
     */
    public record Manner(@Nullable Duration publishAfter) {}

    boolean isBad() {
        return state.isBad();
    }
}
