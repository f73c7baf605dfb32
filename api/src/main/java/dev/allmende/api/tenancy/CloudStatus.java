package dev.allmende.api.tenancy;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.allmende.api.Condition;
import dev.allmende.api.Observed;
import dev.allmende.api.schema.Describe;
import dev.allmende.api.schema.ListLimits;
import dev.allmende.api.schema.TextLimits;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was seen of a cloud.
 *
 * @param services of the catalog in this region, sorted by type
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("What was seen of the cloud.")
public record CloudStatus(
        @Describe("Generation of the spec that was last looked at.")
        long observedGeneration,

        @Describe("Ready, Synced, Progressing.") @ListLimits(max = 16, keys = "type")
        List<Condition> conditions,

        @Describe("Who the credential logs in as.") @Nullable
        String user,

        @Describe("Project of the credential.") @Nullable String projectID,

        @Describe("How many services the catalog offers in this region.")
        int serviceCount,

        @Describe("Services of the catalog in this region.") @ListLimits(max = 128, keys = "type")
        List<Service> services)
        implements Observed {

    /** Nothing was seen yet. */
    public static final CloudStatus UNSEEN = new CloudStatus(0, List.of(), null, null, 0, List.of());

    // Jackson gives null for what a stored status of an older release lacks.
    @SuppressWarnings("RedundantNullCheck")
    public CloudStatus {
        conditions = List.copyOf(Objects.requireNonNullElse(conditions, List.of()));
        services = List.copyOf(Objects.requireNonNullElse(services, List.of()));
    }

    /** @param url of its public interface */
    public record Service(
            @Describe("Type in the catalog, such as 'network'.") @TextLimits(max = 255)
            String type,

            @Describe("Name in the catalog.") @TextLimits(max = 255)
            String name,

            @Describe("Its public address.") @TextLimits(max = 2048)
            String url) {}

    public CloudStatus with(long generation, List<Condition> now) {
        return new CloudStatus(generation, now, user, projectID, serviceCount, services);
    }
}
