package dev.allmende.api.tenancy;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.allmende.api.Condition;
import dev.allmende.api.Observed;
import dev.allmende.api.schema.Describe;
import dev.allmende.api.schema.ListLimits;
import dev.allmende.api.schema.TextLimits;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was seen of a project's limits.
 *
 * @param near those that are near, such as {@code compute/cores 18 of 20, network/floatingip 5 of 5}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("What was seen of the project's limits.")
public record QuotaStatus(
        @Describe("Generation of the spec that was last looked at.")
        long observedGeneration,

        @Describe("Ready, Synced, Progressing, NearLimit.") @ListLimits(max = 16, keys = "type")
        List<Condition> conditions,

        @Describe("Limits that are near, with use.") @Nullable
        String near,

        @Describe("Limits by service.")
        @ListLimits(
                max = 256,
                keys = {"service", "name"})
        List<Item> items)
        implements Observed {

    /** True while a limit is near. */
    public static final String NEAR_LIMIT = "NearLimit";

    /** Nothing was seen yet. */
    public static final QuotaStatus UNSEEN = new QuotaStatus(0, List.of(), null, List.of());

    // Jackson gives null for what a stored status of an older release lacks.
    @SuppressWarnings("RedundantNullCheck")
    public QuotaStatus {
        conditions = List.copyOf(Objects.requireNonNullElse(conditions, List.of()));
        items = List.copyOf(Objects.requireNonNullElse(items, List.of()));
    }

    /** The services that have limits. */
    public enum Service {
        @JsonProperty("compute")
        COMPUTE("compute"),
        @JsonProperty("volume")
        VOLUME("volume"),
        @JsonProperty("network")
        NETWORK("network"),
        @JsonProperty("loadbalancer")
        LOAD_BALANCER("loadbalancer"),
        @JsonProperty("dns")
        DNS("dns");

        private final String word;

        Service(String word) {
            this.word = word;
        }

        /** As it stands in the status. */
        public String word() {
            return word;
        }
    }

    /**
     * One limit.
     *
     * @param limit -1 for none
     * @param inUse null when the service does not tell
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Item(
            @Describe("Service that has the limit.") Service service,

            @Describe("The service's own name of it, such as 'cores'.") @TextLimits(max = 128)
            String name,

            @Describe("How much there may be; -1 for no limit.")
            int limit,

            @Describe("How much there is; missing when the service does not tell.") @Nullable
            Integer inUse,

            @Describe("How much is promised to what is being made.")
            int reserved) {}

    /** Conditions of the loop, beside that about limits. */
    public QuotaStatus with(long generation, List<Condition> now) {
        var own = conditions.stream().filter(condition -> condition.type().equals(NEAR_LIMIT));
        return new QuotaStatus(generation, Stream.concat(now.stream(), own).toList(), near, items);
    }

    public Optional<Condition> nearLimit() {
        return Condition.find(conditions, NEAR_LIMIT);
    }
}
