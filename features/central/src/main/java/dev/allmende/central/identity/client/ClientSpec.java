package dev.allmende.central.identity.client;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.allmende.api.DeletionPolicy;
import dev.allmende.api.ManagementPolicy;
import dev.allmende.central.identity.DriftPolicy;
import dev.allmende.central.identity.Import;
import dev.allmende.central.identity.Kept;
import dev.allmende.central.identity.Mapper;
import dev.allmende.central.identity.NameRef;
import dev.allmende.central.identity.RoleRef;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is wanted of a client; what is absent is Keycloak's own matter.
 *
 * @param clientId its public name; absent: the resource's name
 * @param protocol openid-connect (when absent) or saml
 * @param publicClient one without a secret: a page, a program on the user's machine
 * @param standardFlow log-in in a browser; absent: yes
 * @param directAccess log-in with a password that the client sees
 * @param serviceAccount log-in as the client itself
 * @param deviceFlow log-in by a code shown on another device (RFC 8628)
 * @param pkce S256 to demand it of each log-in (RFC 7636)
 * @param defaultScopes what its tokens always carry, all of it
 * @param optionalScopes what a log-in may ask for, all of it
 * @param mappers what its tokens carry beyond scopes, all of it
 * @param serviceAccountRoles those that the client itself has, all of them
 * @param secretRef Secret to be written with clientId, clientSecret and issuer
 * @param rotation any text; another one makes a new client secret
 */
@ValidationRule(
        value = "self.realmRef == oldSelf.realmRef",
        message = "realmRef cannot be changed: recreate the resource")
@ValidationRule(
        value =
                "has(self.clientId) == has(oldSelf.clientId) && (!has(self.clientId) || self.clientId == oldSelf.clientId)",
        message = "clientId cannot be changed: recreate the resource")
public record ClientSpec(
        @Required NameRef realmRef,
        @Nullable String clientId,
        @Nullable String displayName,
        @Nullable String description,
        @Nullable Boolean enabled,
        @Nullable @Pattern("^(openid-connect|saml)$") String protocol,
        @Nullable Boolean publicClient,
        @Nullable Boolean standardFlow,
        @Nullable Boolean directAccess,
        @Nullable Boolean serviceAccount,
        @Nullable Boolean deviceFlow,
        @Nullable @Pattern("^(S256|plain)$") String pkce,
        @Nullable String rootUrl,
        @Nullable String baseUrl,
        @Nullable List<String> redirectUris,
        @Nullable List<String> webOrigins,
        @Nullable Map<String, String> attributes,
        @Nullable List<String> defaultScopes,
        @Nullable List<String> optionalScopes,
        @Nullable List<Mapper> mappers,
        @Nullable List<RoleRef> serviceAccountRoles,
        @Nullable NameRef secretRef,
        @Nullable String rotation,
        @Nullable ManagementPolicy managementPolicy,
        @Nullable DeletionPolicy deletionPolicy,
        @JsonProperty("import") @Nullable Import imported,
        @Nullable DriftPolicy drift)
        implements Kept {}
