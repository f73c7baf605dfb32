package dev.allmende.central.identity.provider;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.allmende.api.DeletionPolicy;
import dev.allmende.api.ManagementPolicy;
import dev.allmende.central.identity.DriftPolicy;
import dev.allmende.central.identity.Import;
import dev.allmende.central.identity.Kept;
import dev.allmende.central.identity.Mapper;
import dev.allmende.central.identity.NameRef;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is wanted of an identity provider; what is absent is Keycloak's own matter.
 *
 * @param alias its name in addresses; absent: the resource's name
 * @param type Keycloak's name of it: oidc, saml, github, ...
 * @param linkOnly whether it is only for those who have a user already
 * @param config in Keycloak's names, without the client secret
 * @param clientSecretRef Secret whose key clientSecret Keycloak shows to the provider
 * @param mappers what a log-in brings along, all of it
 */
@ValidationRule(
        value = "self.realmRef == oldSelf.realmRef",
        message = "realmRef cannot be changed: recreate the resource")
@ValidationRule(
        value = "has(self.alias) == has(oldSelf.alias) && (!has(self.alias) || self.alias == oldSelf.alias)",
        message = "alias cannot be changed: recreate the resource")
@ValidationRule(value = "self.type == oldSelf.type", message = "type cannot be changed: recreate the resource")
public record IdentityProviderSpec(
        @Required NameRef realmRef,
        @Nullable @Pattern("^[A-Za-z0-9._-]{1,255}$") String alias,
        @Required String type,
        @Nullable String displayName,
        @Nullable Boolean enabled,
        @Nullable Boolean trustEmail,
        @Nullable Boolean storeToken,
        @Nullable Boolean linkOnly,
        @Nullable Map<String, String> config,
        @Nullable NameRef clientSecretRef,
        @Nullable List<Mapper> mappers,
        @Nullable ManagementPolicy managementPolicy,
        @Nullable DeletionPolicy deletionPolicy,
        @JsonProperty("import") @Nullable Import imported,
        @Nullable DriftPolicy drift)
        implements Kept {}
