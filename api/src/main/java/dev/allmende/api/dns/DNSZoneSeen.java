package dev.allmende.api.dns;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.allmende.api.schema.Describe;

/** What the cloud shows of a zone. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("What the cloud shows of the zone.")
public record DNSZoneSeen(
        @Describe("OpenStack's status.") String status,

        @Describe("What it is being changed for; NONE for nothing.")
        String action,

        @Describe("Domain name with a final dot.") String name,
        @Describe("Number of its current version.") long serial,
        @Describe("In seconds.") int ttl) {}
