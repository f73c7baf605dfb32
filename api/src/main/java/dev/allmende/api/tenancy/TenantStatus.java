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

/** What was seen of a tenant. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("What was seen of the tenant.")
public record TenantStatus(
        @Describe("Generation of the spec that was last looked at.")
        long observedGeneration,

        @Describe("Ready, Synced, Progressing.") @ListLimits(max = 16, keys = "type")
        List<Condition> conditions,

        @Describe("Who the credential logs in as.") @Nullable
        String user,

        @Describe("Project of the credential.") @Nullable String projectID,

        @Describe("The application credential in use, when it is a managed one.") @Nullable
        Login credential,

        @Describe("What would be lost: shown while a deletion waits for its confirmation or for somebody to make room.")
        @ListLimits(max = 64, keys = "kind")
        List<Loss> losses)
        implements Observed {

    /** Nothing was seen yet. */
    public static final TenantStatus UNSEEN = new TenantStatus(0, List.of(), null, null, null, List.of());

    // Jackson gives null for what a stored status of an older release lacks.
    @SuppressWarnings("RedundantNullCheck")
    public TenantStatus {
        conditions = List.copyOf(Objects.requireNonNullElse(conditions, List.of()));
        losses = List.copyOf(Objects.requireNonNullElse(losses, List.of()));
    }

    /** A managed login; its secret is not here. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Describe("A managed login.")
    public record Login(
            @Describe("Keystone's identifier of the application credential.")
            String id,

            @Describe("Since when it is used.") @TextLimits(format = "date-time")
            String since,

            @Describe("When another takes its place; without it when somebody asks for it.")
            @TextLimits(format = "date-time")
            @Nullable
            String until,

            @Describe("How many old ones are good beside it, for a while.")
            int old) {}

    /** Objects of a kind. */
    @Describe("Objects of a kind in the tenant's namespace.")
    public record Loss(
            @Describe("Their kind.") @TextLimits(max = 64) String kind,
            @Describe("How many there are.") int count) {}

    public TenantStatus with(long generation, List<Condition> now) {
        return new TenantStatus(generation, now, user, projectID, credential, losses);
    }

    public TenantStatus loggedIn(String name, @Nullable String project) {
        return new TenantStatus(observedGeneration, conditions, name, project, credential, List.of());
    }

    public TenantStatus with(@Nullable Login managed) {
        return new TenantStatus(observedGeneration, conditions, user, projectID, managed, losses);
    }

    public TenantStatus losing(List<Loss> what) {
        return new TenantStatus(observedGeneration, conditions, user, projectID, credential, what);
    }
}
