package dev.allmende.api.tenancy;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.allmende.api.SecretReference;
import dev.allmende.api.schema.Describe;
import dev.allmende.api.schema.Immutable;
import dev.allmende.api.schema.TextLimits;
import org.jspecify.annotations.Nullable;

/**
 * Where a cloud is and how to log in.
 *
 * @param caBundle PEM; null for the authorities of the machine
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("Where the cloud is and how to log in.")
public record CloudSpec(
        @Describe("Keystone's address, with or without version.")
        @Immutable
        @TextLimits(max = 512, pattern = "^https?://[^/?#]+(/[^?#]*)?$")
        String authURL,

        @Describe("Region of the catalog; may be left out where there is one only.")
        @Immutable
        @TextLimits(max = 255)
        @Nullable
        String region,

        @Describe(
                "Certificate authorities of the cloud in PEM form; without them those of the machine are trusted. A change holds at once.")
        @TextLimits(max = 262144, pattern = "-----BEGIN CERTIFICATE-----")
        @Nullable
        String caBundle,

        @Describe(
                "Secret in the namespace of the controllers: either applicationCredentialID and applicationCredentialSecret, or username, password, userDomainName, projectName and projectDomainName; with domainName instead of a project for the manager of a domain.")
        SecretReference credential) {}
