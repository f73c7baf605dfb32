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
 * What a role shall be; what is not said is Keycloak's own matter.
 *
 * @param clientRef null for a role of the realm
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("What the role shall be; what is not said is left to Keycloak.")
@Rule(
        cel = "has(self.clientRef) == has(oldSelf.clientRef)",
        message = "clientRef cannot be changed: delete the object and make it anew")
public record RoleSpec(
        ManagementPolicy managementPolicy,
        @Nullable DeletionPolicy deletionPolicy,
        DriftPolicy drift,
        @JsonProperty("import") @Nullable Import imported,
        @TextLimits(min = 1, max = 255) @Immutable @Nullable String name,
        @Nullable String description,

        @Describe("Realm of this namespace that it is in.") @Immutable
        ObjectReference realmRef,

        @Describe("Client of this namespace that it belongs to; otherwise it is a role of the realm.")
        @Immutable
        @Nullable
        ObjectReference clientRef,

        @Describe("In Keycloak's names; those of others stay.") @Nullable
        Map<String, List<String>> attributes,

        @Describe("Roles that whoever has this one has too, all of them.") @Nullable
        List<RoleReference> composites)
        implements Managed, Named {}
