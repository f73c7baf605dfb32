package dev.allmende.api.tenancy;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.allmende.api.schema.Describe;
import dev.allmende.api.schema.ListLimits;
import dev.allmende.api.schema.Rule;
import dev.allmende.api.schema.TextLimits;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A project of Keystone's, one that is there or one to be made. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("A project of Keystone's: one that is there, or one to be made.")
@Rule(cel = "has(self.projectRef) != has(self.create)", message = "say either projectRef or create")
@Rule(
        cel = "has(self.create) == has(oldSelf.create)",
        message = "projectRef and create cannot take each other's place: delete the tenant and make it anew")
public record TenantProject(
        @Describe("Project that is there already. It outlives the tenant.")
        @Rule(cel = "self == oldSelf", message = "cannot be changed: delete the tenant and make it anew")
        @Nullable
        ProjectReference projectRef,

        @Describe("Project to be made, with the tenant's name. It goes with the tenant.") @Nullable
        NewProject create,

        @Describe(
                "Names of the roles that the login gets in the project; those that the cloud does not have are left out. Without them: member and load-balancer_member.")
        @TextLimits(min = 1, max = 255)
        @ListLimits(max = 16)
        List<String> roles) {

    private static final List<String> USUAL = List.of("member", "load-balancer_member");

    // Jackson gives null for what is left out.
    @SuppressWarnings("RedundantNullCheck")
    public TenantProject {
        roles = List.copyOf(Objects.requireNonNullElse(roles, List.of()));
    }

    /** What a login gets. */
    public List<String> wantedRoles() {
        return roles.isEmpty() ? USUAL : roles;
    }

    /** A project by what Keystone calls it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Describe("A project by its identifier, or by its name.")
    @Rule(cel = "has(self.id) != has(self.name)", message = "say either id or name")
    public record ProjectReference(
            @Describe("Keystone's identifier.") @TextLimits(min = 1, max = 64, pattern = "^[^/?#]+$") @Nullable
            String id,

            @Describe("Its name.") @TextLimits(min = 1, max = 64) @Nullable
            String name,

            @Describe("Name or identifier of its domain; without it that of the Cloud's login.")
            @TextLimits(min = 1, max = 64)
            @Nullable
            String domain) {}

    /** What a new project is. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Describe("What the new project is.")
    @Rule(
            cel = "has(self.domain) == has(oldSelf.domain)",
            message = "domain cannot be added or taken away: delete the tenant and make it anew")
    public record NewProject(
            @Describe("Name or identifier of its domain; without it that of the Cloud's login.")
            @TextLimits(min = 1, max = 64)
            @Rule(cel = "self == oldSelf", message = "cannot be changed: delete the tenant and make it anew")
            @Nullable
            String domain,

            @Describe("For people; without it the display name.") @TextLimits(max = 200) @Nullable
            String description) {}
}
