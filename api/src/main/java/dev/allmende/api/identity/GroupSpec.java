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
import dev.allmende.api.schema.Rule;
import dev.allmende.api.schema.TextLimits;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a group shall be; what is not said is Keycloak's own matter.
 *
 * @param parentRef null at the top
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("What the group shall be; what is not said is left to Keycloak.")
@Rule(
        cel = "has(self.parentRef) == has(oldSelf.parentRef)",
        message = "parentRef cannot be changed: delete the object and make it anew")
public record GroupSpec(
        ManagementPolicy managementPolicy,
        @Nullable DeletionPolicy deletionPolicy,
        DriftPolicy drift,
        @JsonProperty("import") @Nullable Import imported,

        @TextLimits(min = 1, max = 255, pattern = "^[^/]+$") @Immutable @Nullable
        String name,

        @Nullable String description,

        @Describe("Realm of this namespace that it is in.") @Immutable
        ObjectReference realmRef,

        @Describe("Group of this namespace that it is in; otherwise it is at the top.") @Immutable @Nullable
        ObjectReference parentRef,

        @Describe("In Keycloak's names; those of others stay.") @Nullable
        Map<String, List<String>> attributes,

        @Describe("Roles that its members have by it, all of them.") @Nullable
        List<RoleReference> roles,

        @Describe("Whether each new user of the realm comes into it.") @Nullable
        Boolean defaultGroup)
        implements Managed, Named {}
