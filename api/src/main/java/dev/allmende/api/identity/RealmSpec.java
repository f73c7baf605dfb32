package dev.allmende.api.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.allmende.api.DeletionPolicy;
import dev.allmende.api.DriftPolicy;
import dev.allmende.api.Import;
import dev.allmende.api.Managed;
import dev.allmende.api.ManagementPolicy;
import dev.allmende.api.Named;
import dev.allmende.api.SecretReference;
import dev.allmende.api.schema.Describe;
import dev.allmende.api.schema.Immutable;
import dev.allmende.api.schema.NumberLimits;
import dev.allmende.api.schema.TextLimits;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a realm shall be; what is not said is Keycloak's own matter.
 *
 * @param accessTokenLifespan seconds
 * @param ssoSessionIdle seconds
 * @param marksOfUsers null for yes
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("What the realm shall be; what is not said is left to Keycloak.")
public record RealmSpec(
        ManagementPolicy managementPolicy,
        @Nullable DeletionPolicy deletionPolicy,
        DriftPolicy drift,
        @JsonProperty("import") @Nullable Import imported,

        @TextLimits(min = 1, max = 255, pattern = "^[^/;?#%]+$") @Immutable @Nullable
        String name,

        @Nullable String description,

        @Describe(
                "Secret of this namespace that says where Keycloak is and who we are there: url; clientId and clientSecret, or username and password; if wanted realm (of the login) and ca.crt.")
        SecretReference connection,

        @Describe("Name for people.") @TextLimits(max = 255) @Nullable
        String displayName,

        @Describe("Whether anybody can log in; without it they can.") @Nullable
        Boolean enabled,

        @Describe("Whether people may make themselves an account.") @Nullable
        Boolean registrationAllowed,

        @Describe("Whether people may ask for a new password.") @Nullable
        Boolean resetPasswordAllowed,

        @Describe("Whether a log-in may outlast the browser.") @Nullable
        Boolean rememberMe,

        @Describe("Whether an address counts only after a mail to it was answered.") @Nullable
        Boolean verifyEmail,

        @Describe("Whether an address is as good as a user name.") @Nullable
        Boolean loginWithEmailAllowed,

        @Describe("What passwords must be, in Keycloak's words, such as 'length(12) and notUsername'.") @Nullable
        String passwordPolicy,

        @Describe("Whether who guesses passwords is locked out.") @Nullable
        Boolean bruteForceProtected,

        @Describe("Whose connections must be encrypted: all, external or none.")
        @TextLimits(pattern = "^(all|external|none)$")
        @Nullable
        String sslRequired,

        @Describe("How long an access token is good, in seconds.") @NumberLimits(min = 1, max = 31536000) @Nullable
        Integer accessTokenLifespan,

        @Describe("How long a session lasts that nobody uses, in seconds.")
        @NumberLimits(min = 1, max = 31536000)
        @Nullable
        Integer ssoSessionIdle,

        @Describe("Languages, the first the default.") @TextLimits(max = 35) @Nullable
        List<String> locales,

        @Describe("In Keycloak's names; those of others stay.") @Nullable
        Map<String, String> attributes,

        @Describe(
                "Whether users may carry attributes for administrators' eyes, without which User objects cannot be told from others' users; without it they may.")
        @Nullable
        Boolean marksOfUsers)
        implements Managed, Named {

    /** With all the users in it, it is not lost by a slip of the hand. */
    @Override
    public DeletionPolicy usualDeletion() {
        return DeletionPolicy.PROTECT;
    }
}
