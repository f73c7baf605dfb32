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
import dev.allmende.api.schema.TextLimits;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a client shall be; what is not said is Keycloak's own matter. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("What the client shall be; its name is its clientId. What is not said is left to Keycloak.")
public record ClientSpec(
        ManagementPolicy managementPolicy,
        @Nullable DeletionPolicy deletionPolicy,
        DriftPolicy drift,
        @JsonProperty("import") @Nullable Import imported,
        @TextLimits(min = 1, max = 255) @Immutable @Nullable String name,
        @Nullable String description,

        @Describe("Realm of this namespace that it is in.") @Immutable
        ObjectReference realmRef,

        @Describe("Name for people.") @TextLimits(max = 255) @Nullable
        String displayName,

        @Describe("Whether anybody can log in to it; without it they can.") @Nullable
        Boolean enabled,

        @Describe("openid-connect, which it is without it, or saml.")
        @TextLimits(pattern = "^(openid-connect|saml)$")
        @Nullable
        String protocol,

        @Describe("One without a secret: a page, a program on the user's machine.") @Nullable
        Boolean publicClient,

        @Describe("Log-in in a browser; without it that is open.") @Nullable
        Boolean standardFlow,

        @Describe("Log-in with a password that the client sees.") @Nullable
        Boolean directAccess,

        @Describe("Log-in as the client itself.") @Nullable Boolean serviceAccount,

        @Describe("Log-in by a code shown on another device (RFC 8628).") @Nullable
        Boolean deviceFlow,

        @Describe("S256 to demand proof of each log-in that it began here (RFC 7636).")
        @TextLimits(pattern = "^(S256|plain)$")
        @Nullable
        String pkce,

        @Describe("Address that others of it may begin with.") @Nullable
        String rootUrl,

        @Describe("Its page for people.") @Nullable String baseUrl,

        @Describe("Where a log-in may lead back to, all of them; a last '*' stands for anything.") @Nullable
        List<String> redirectUris,

        @Describe("Pages that may call it, all of them.") @Nullable
        List<String> webOrigins,

        @Describe("In Keycloak's names; those of others stay.") @Nullable
        Map<String, String> attributes,

        @Describe("Scopes that its tokens always carry, all of them.") @TextLimits(max = 255) @Nullable
        List<String> defaultScopes,

        @Describe("Scopes that a log-in may ask for, all of them.") @TextLimits(max = 255) @Nullable
        List<String> optionalScopes,

        @Describe("What its tokens carry beyond scopes, all of it.") @ListLimits(max = 64) @Nullable
        List<Mapper> mappers,

        @Describe("Roles that the client itself has, all of them.") @Nullable
        List<RoleReference> serviceAccountRoles,

        @Describe("Secret of this namespace to be written, with clientId, clientSecret and issuer.") @Nullable
        SecretReference secretRef,

        @Describe("Any text; another one makes a new client secret.") @TextLimits(max = 64) @Nullable
        String rotation)
        implements Managed, Named {}
