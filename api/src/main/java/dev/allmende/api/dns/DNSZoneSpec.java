package dev.allmende.api.dns;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.allmende.api.DeletionPolicy;
import dev.allmende.api.DriftPolicy;
import dev.allmende.api.Import;
import dev.allmende.api.Managed;
import dev.allmende.api.ManagementPolicy;
import dev.allmende.api.schema.Describe;
import dev.allmende.api.schema.Immutable;
import dev.allmende.api.schema.NumberLimits;
import dev.allmende.api.schema.Rule;
import dev.allmende.api.schema.TextLimits;
import org.jspecify.annotations.Nullable;

/**
 * What a zone shall be.
 *
 * @param zone null only when the zone is imported
 * @param email null only when the zone is imported
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("What the zone shall be.")
@Rule(
        cel = "has(self.__import__) || (has(self.zone) && has(self.email))",
        message = "zone and email are needed for a zone that is to be made")
@Rule(
        cel = "has(self.zone) == has(oldSelf.zone)",
        message = "zone cannot be changed: delete the object and make it anew")
@Rule(cel = "!has(self.name)", message = "a zone has no other name than spec.zone")
public record DNSZoneSpec(
        ManagementPolicy managementPolicy,

        @Describe(
                "What becomes of the zone and of all its records when this object is deleted. Without it: Retain for what"
                        + " was imported, else Protect: the object stays until this says Delete or Retain.")
        @Nullable
        DeletionPolicy deletionPolicy,

        DriftPolicy drift,
        @JsonProperty("import") @Nullable Import imported,

        @Describe("Not for zones: see zone.") @Nullable String name,

        @Nullable String description,

        @Describe("Domain name with a final dot, such as 'example.org.'.")
        @TextLimits(max = 255, pattern = "^([a-zA-Z0-9_]([a-zA-Z0-9_-]*[a-zA-Z0-9_])?\\.)+$")
        @Immutable
        @Nullable
        String zone,

        @Describe("Address of who is responsible for the zone.")
        @TextLimits(max = 255, pattern = "^[^@ ]+@[^@ ]+$")
        @Nullable
        String email,

        @Describe("For how long others may keep its records, in seconds; without it the cloud chooses.")
        @NumberLimits(min = 1, max = 2147483647)
        @Nullable
        Integer ttl)
        implements Managed {

    @Override
    public DeletionPolicy usualDeletion() {
        return DeletionPolicy.PROTECT;
    }
}
