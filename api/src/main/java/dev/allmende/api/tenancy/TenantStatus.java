package dev.allmende.api.tenancy;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.allmende.api.Condition;
import dev.allmende.api.Observed;
import dev.allmende.api.schema.Describe;
import dev.allmende.api.schema.ListLimits;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What was seen of a tenant's login. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("What was seen of the tenant's login.")
public record TenantStatus(
        @Describe("Generation of the spec that was last looked at.")
        long observedGeneration,

        @Describe("Ready, Synced, Progressing.") @ListLimits(max = 16, keys = "type")
        List<Condition> conditions,

        @Describe("Who the credential logs in as.") @Nullable
        String user,

        @Describe("Project of the credential.") @Nullable String projectID)
        implements Observed {

    /** Nothing was seen yet. */
    public static final TenantStatus UNSEEN = new TenantStatus(0, List.of(), null, null);

    // Jackson gives null for what a stored status of an older release lacks.
    @SuppressWarnings("RedundantNullCheck")
    public TenantStatus {
        conditions = List.copyOf(Objects.requireNonNullElse(conditions, List.of()));
    }

    public TenantStatus with(long generation, List<Condition> now) {
        return new TenantStatus(generation, now, user, projectID);
    }
}
