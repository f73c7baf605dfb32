package dev.allmende.api.dns;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.allmende.api.schema.Describe;
import java.util.List;

/** What the cloud shows of a record set. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("What the cloud shows of the record set.")
public record DNSRecordSetSeen(
        @Describe("OpenStack's status.") String status,

        @Describe("What it is being changed for; NONE for nothing.")
        String action,

        @Describe("Whole domain name.") String name,
        @Describe("Values of the records.") List<String> records) {}
