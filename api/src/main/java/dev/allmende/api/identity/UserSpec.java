package dev.allmende.api.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.allmende.api.DeletionPolicy;
import dev.allmende.api.DriftPolicy;
import dev.allmende.api.Import;
import dev.allmende.api.Managed;
import dev.allmende.api.ManagementPolicy;
import dev.allmende.api.Named;
import dev.allmende.api.ObjectReference;
import dev.allmende.api.schema.Describe;
import dev.allmende.api.schema.Immutable;
import dev.allmende.api.schema.ListLimits;
import dev.allmende.api.schema.TextLimits;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a user shall be; what is not said is Keycloak's own matter. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("What the user shall be; what is not said is left to Keycloak.")
public record UserSpec(
        ManagementPolicy managementPolicy,
        @Nullable DeletionPolicy deletionPolicy,
        DriftPolicy drift,
        @JsonProperty("import") @Nullable Import imported,
        @TextLimits(min = 1, max = 255) @Immutable @Nullable String name,
        @Nullable String description,

        @Describe("Realm of this namespace that it is in.") @Immutable
        ObjectReference realmRef,

        @Describe("Address for mail.") @TextLimits(max = 255) @Nullable
        String email,

        @Describe("Whether the address is known to be the user's.") @Nullable
        Boolean emailVerified,

        @Describe("First name.") @TextLimits(max = 255) @Nullable
        String firstName,

        @Describe("Last name.") @TextLimits(max = 255) @Nullable
        String lastName,

        @Describe("Whether the user can log in; without it that is so.") @Nullable
        Boolean enabled,

        @Describe("What the user must do at the next log-in, all of it, such as UPDATE_PASSWORD.")
        @TextLimits(max = 255)
        @Nullable
        List<String> requiredActions,

        @Describe("In Keycloak's names; those of others stay.") @Nullable
        Map<String, List<String>> attributes,

        @Describe("Groups of this namespace that the user is in directly, all of them.") @Nullable
        List<ObjectReference> groupRefs,

        @Describe("Roles given to the user directly, all of them.") @Nullable
        List<RoleReference> roles,

        @Describe("Who the user is at identity providers, all of it.") @ListLimits(max = 32) @Nullable
        List<UserIdentity> identities,

        @Describe("What to log in with at first; set again when its Secret changes.") @Nullable
        UserPassword password)
        implements Managed, Named {}
