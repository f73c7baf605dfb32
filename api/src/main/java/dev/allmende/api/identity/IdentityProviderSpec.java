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
import dev.allmende.api.SecretReference;
import dev.allmende.api.schema.Describe;
import dev.allmende.api.schema.Immutable;
import dev.allmende.api.schema.ListLimits;
import dev.allmende.api.schema.Rule;
import dev.allmende.api.schema.TextLimits;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an identity provider shall be; what is not said is Keycloak's own matter.
 *
 * @param type null only when it is imported
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe(
        "What the identity provider shall be; its name is its alias in addresses. What is not said is left to Keycloak.")
@Rule(
        cel = "has(self.__import__) || has(self.type)",
        message = "type is needed for an identity provider that is to be made")
@Rule(
        cel = "has(self.type) == has(oldSelf.type)",
        message = "type cannot be changed: delete the object and make it anew")
public record IdentityProviderSpec(
        ManagementPolicy managementPolicy,
        @Nullable DeletionPolicy deletionPolicy,
        DriftPolicy drift,
        @JsonProperty("import") @Nullable Import imported,

        @TextLimits(min = 1, max = 255, pattern = "^[A-Za-z0-9._-]+$") @Immutable @Nullable
        String name,

        @Nullable String description,

        @Describe("Realm of this namespace that it is in.") @Immutable
        ObjectReference realmRef,

        @Describe("Keycloak's word for what it is: oidc, saml, github and others.")
        @TextLimits(min = 1, max = 255)
        @Immutable
        @Nullable
        String type,

        @Describe("Name for people.") @TextLimits(max = 255) @Nullable
        String displayName,

        @Describe("Whether it is offered; otherwise it is.") @Nullable
        Boolean enabled,

        @Describe("Whether its word about addresses for mail is believed.") @Nullable
        Boolean trustEmail,

        @Describe("Whether its tokens are kept.") @Nullable Boolean storeToken,

        @Describe("Whether it is only for those who have a user already.") @Nullable
        Boolean linkOnly,

        @Describe("In Keycloak's names, without the client secret; those of others stay.") @Nullable
        Map<String, String> config,

        @Describe("Secret of this namespace whose key clientSecret Keycloak shows to the provider.") @Nullable
        SecretReference clientSecretRef,

        @Describe("What a log-in brings along, all of it.") @ListLimits(max = 64) @Nullable
        List<Mapper> mappers)
        implements Managed, Named {}
