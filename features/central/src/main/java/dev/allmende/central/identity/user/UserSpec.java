package dev.allmende.central.identity.user;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.allmende.api.DeletionPolicy;
import dev.allmende.api.ManagementPolicy;
import dev.allmende.central.identity.DriftPolicy;
import dev.allmende.central.identity.Import;
import dev.allmende.central.identity.Kept;
import dev.allmende.central.identity.NameRef;
import dev.allmende.central.identity.RoleRef;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is wanted of a user; what is absent is Keycloak's own matter.
 *
 * @param username absent: the resource's name
 * @param requiredActions what the user must do at the next log-in, as UPDATE_PASSWORD
 * @param groupRefs Groups that the user is in directly, all of them
 * @param roles those given to the user directly, all of them
 * @param identities who the user is at identity providers, all of them
 * @param password Secret whose key password is set when the Secret is new or another one
 */
@ValidationRule(
        value = "self.realmRef == oldSelf.realmRef",
        message = "realmRef cannot be changed: recreate the resource")
@ValidationRule(
        value =
                "has(self.username) == has(oldSelf.username) && (!has(self.username) || self.username == oldSelf.username)",
        message = "username cannot be changed: recreate the resource")
public record UserSpec(
        @Required NameRef realmRef,
        @Nullable String username,
        @Nullable String email,
        @Nullable Boolean emailVerified,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable Boolean enabled,
        @Nullable List<String> requiredActions,
        @Nullable Map<String, List<String>> attributes,
        @Nullable List<NameRef> groupRefs,
        @Nullable List<RoleRef> roles,
        @Nullable List<UserIdentity> identities,
        @Nullable UserPassword password,
        @Nullable ManagementPolicy managementPolicy,
        @Nullable DeletionPolicy deletionPolicy,
        @JsonProperty("import") @Nullable Import imported,
        @Nullable DriftPolicy drift)
        implements Kept {}
