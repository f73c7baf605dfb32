package dev.allmende.central.identity.realm;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.allmende.api.DeletionPolicy;
import dev.allmende.api.ManagementPolicy;
import dev.allmende.central.identity.DriftPolicy;
import dev.allmende.central.identity.Import;
import dev.allmende.central.identity.Kept;
import dev.allmende.central.identity.NameRef;
import io.fabric8.generator.annotation.Max;
import io.fabric8.generator.annotation.Min;
import io.fabric8.generator.annotation.Pattern;
import io.fabric8.generator.annotation.Required;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is wanted of a realm; what is absent is Keycloak's own matter.
 *
 * @param connection Secret that says where Keycloak is and who we are: url; clientId and clientSecret, or username and
 *     password; if wanted realm (of the login) and ca.crt
 * @param realm its name in addresses; absent: the resource's name
 * @param sslRequired all, external or none
 * @param accessTokenLifespan seconds
 * @param ssoSessionIdle seconds
 * @param locales supported languages, the first the default
 * @param marksOfUsers whether users may carry attributes for admins' eyes, without which User resources cannot be told from
 *     others' users; absent: yes
 */
@ValidationRule(
        value = "has(self.realm) == has(oldSelf.realm) && (!has(self.realm) || self.realm == oldSelf.realm)",
        message = "realm cannot be changed: recreate the Realm")
public record RealmSpec(
        @Required NameRef connection,
        @Nullable @Pattern("^[^/;?#%]{1,255}$") String realm,
        @Nullable String displayName,
        @Nullable Boolean enabled,
        @Nullable Boolean registrationAllowed,
        @Nullable Boolean resetPasswordAllowed,
        @Nullable Boolean rememberMe,
        @Nullable Boolean verifyEmail,
        @Nullable Boolean loginWithEmailAllowed,
        @Nullable String passwordPolicy,
        @Nullable Boolean bruteForceProtected,
        @Nullable @Pattern("^(all|external|none)$") String sslRequired,
        @Nullable @Min(1) @Max(31536000) Integer accessTokenLifespan,
        @Nullable @Min(1) @Max(31536000) Integer ssoSessionIdle,
        @Nullable List<String> locales,
        @Nullable Map<String, String> attributes,
        @Nullable Boolean marksOfUsers,
        @Nullable ManagementPolicy managementPolicy,
        @Nullable DeletionPolicy deletionPolicy,
        @JsonProperty("import") @Nullable Import imported,
        @Nullable DriftPolicy drift)
        implements Kept {}
