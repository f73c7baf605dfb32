package dev.allmende.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.allmende.api.schema.Describe;
import dev.allmende.api.schema.ListLimits;
import dev.allmende.api.schema.TextLimits;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Status of an object that stands for a thing in the cloud.
 *
 * @param <O> what is shown of the thing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("What was seen of it.")
public record Status<O extends Record>(
        @Describe("Generation of the spec that was last looked at.")
        long observedGeneration,

        @Describe("Ready, Synced, Progressing.") @ListLimits(max = 16, keys = "type")
        List<Condition> conditions,

        @Describe("OpenStack's identifier.") @Nullable String id,

        @Describe("What the cloud shows of it.") @Nullable O observed,

        @Describe("What is otherwise than the spec wants it.") @ListLimits(max = 64)
        List<Drift> drift,

        @Describe(
                "Generation of the spec that the thing was last seen to fit: what differs after that, somebody changed in"
                        + " the cloud. 0 for none.")
        long reachedGeneration,

        @Describe("Objects that need this one, such as 'Subnet web': it is not deleted before them.")
        @TextLimits(max = 320)
        @ListLimits(max = 64)
        List<String> usedBy)
        implements Placed {

    // Jackson gives null for what a stored status of an older release lacks.
    @SuppressWarnings("RedundantNullCheck")
    public Status {
        conditions = List.copyOf(Objects.requireNonNullElse(conditions, List.of()));
        drift = List.copyOf(Objects.requireNonNullElse(drift, List.of()));
        usedBy = List.copyOf(Objects.requireNonNullElse(usedBy, List.of()));
    }

    /** Nothing was seen yet. */
    public static <O extends Record> Status<O> unseen() {
        return new Status<>(0, List.of(), null, null, List.of(), 0, List.of());
    }

    public Status<O> with(long generation, List<Condition> now) {
        boolean fits =
                Condition.find(now, Condition.SYNCED).filter(Condition::isTrue).isPresent();
        return new Status<>(generation, now, id, observed, drift, fits ? generation : reachedGeneration, usedBy);
    }

    /** The thing as it looks now. */
    public Status<O> seen(String thing, O now, List<Drift> differences) {
        return new Status<>(observedGeneration, conditions, thing, now, differences, reachedGeneration, usedBy);
    }

    /** What is known of a thing that is not there yet. */
    public Status<O> ahead(O known) {
        return new Status<>(observedGeneration, conditions, null, known, List.of(), reachedGeneration, usedBy);
    }

    public Status<O> usedBy(List<String> holders) {
        return new Status<>(observedGeneration, conditions, id, observed, drift, reachedGeneration, holders);
    }

    /** What was found to differ from an older spec does not count any more. */
    public Status<O> forGeneration(long generation) {
        return generation == observedGeneration
                ? this
                : new Status<>(observedGeneration, conditions, id, observed, List.of(), reachedGeneration, usedBy);
    }

    /** The thing is gone. */
    public Status<O> gone() {
        return new Status<>(observedGeneration, conditions, null, null, List.of(), 0, usedBy);
    }
}
