package dev.allmende.api.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.allmende.api.schema.Describe;

/** What Keycloak shows of a group. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("What Keycloak shows of the group.")
public record GroupSeen(
        @Describe("Its name below those it is in.") String path) {}
