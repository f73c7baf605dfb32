package dev.allmende.api.dns;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.allmende.api.DeletionPolicy;
import dev.allmende.api.DriftPolicy;
import dev.allmende.api.Import;
import dev.allmende.api.Managed;
import dev.allmende.api.ManagementPolicy;
import dev.allmende.api.ObjectReference;
import dev.allmende.api.schema.Describe;
import dev.allmende.api.schema.Immutable;
import dev.allmende.api.schema.ListLimits;
import dev.allmende.api.schema.NumberLimits;
import dev.allmende.api.schema.Rule;
import dev.allmende.api.schema.TextLimits;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a record set shall be.
 *
 * @param record null only when the record set is imported
 * @param type null only when the record set is imported
 * @param records null only when the record set is imported
 * @param ttl null for the zone's
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("What the record set shall be.")
@Rule(
        cel =
                "has(self.__import__) || (has(self.record) && has(self.type) && has(self.records) && size(self.records) > 0)",
        message = "record, type and records are needed for a record set that is to be made")
@Rule(
        cel = "has(self.record) == has(oldSelf.record) && has(self.type) == has(oldSelf.type)",
        message = "record and type cannot be changed: delete the object and make it anew")
@Rule(cel = "!has(self.name)", message = "a record set has no other name than spec.record")
public record DNSRecordSetSpec(
        ManagementPolicy managementPolicy,
        @Nullable DeletionPolicy deletionPolicy,
        DriftPolicy drift,
        @JsonProperty("import") @Nullable Import imported,

        @Describe("Not for record sets: see record.") @Nullable
        String name,

        @Nullable String description,

        @Describe("Zone of this namespace that it is in.") @Immutable
        ObjectReference zoneRef,

        @Describe("Whole domain name with a final dot, such as 'www.example.org.'.")
        @TextLimits(max = 255, pattern = "^(\\*\\.)?([a-zA-Z0-9_]([a-zA-Z0-9_-]*[a-zA-Z0-9_])?\\.)+$")
        @Immutable
        @Nullable
        String record,

        @Describe("Type of the records, such as A, AAAA, CNAME, MX or TXT.")
        @TextLimits(max = 16, pattern = "^[A-Z0-9]+$")
        @Immutable
        @Nullable
        String type,

        @Describe("Their values, in the notation of zone files; order does not matter.")
        @TextLimits(max = 4000)
        @ListLimits(max = 100)
        @Nullable
        List<String> records,

        @Describe("For how long others may keep them, in seconds; without it the zone's.")
        @NumberLimits(min = 1, max = 2147483647)
        @Nullable
        Integer ttl)
        implements Managed {}
