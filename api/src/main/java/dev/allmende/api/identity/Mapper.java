package dev.allmende.api.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.allmende.api.schema.Describe;
import dev.allmende.api.schema.TextLimits;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A mapper of a client or an identity provider. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("What a token carries, or a log-in brings along.")
public record Mapper(
        @Describe("Its name.") @TextLimits(min = 1, max = 255)
        String name,

        @Describe("Keycloak's word for what it does, such as 'oidc-usermodel-attribute-mapper'.")
        @TextLimits(min = 1, max = 255)
        String type,

        @Describe("In Keycloak's names.") @Nullable Map<String, String> config) {}
