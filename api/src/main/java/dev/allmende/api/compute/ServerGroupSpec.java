package dev.allmende.api.compute;

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
import org.jspecify.annotations.Nullable;

/**
 * What a server group shall be.
 *
 * @param policy null only when the group is imported
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("What the server group shall be. It cannot be changed.")
@Rule(
        cel = "has(self.__import__) || has(self.policy)",
        message = "policy is needed for a server group that is to be made")
@Rule(
        cel = "!has(self.maxServersPerHost) || (has(self.policy) && self.policy == 'anti-affinity')",
        message = "maxServersPerHost goes with policy anti-affinity only")
@Rule(
        cel = "has(self.name) == has(oldSelf.name) && has(self.policy) == has(oldSelf.policy)"
                + " && has(self.maxServersPerHost) == has(oldSelf.maxServersPerHost)",
        message = "name, policy and maxServersPerHost cannot be changed: delete the object and make it anew")
public record ServerGroupSpec(
        ManagementPolicy managementPolicy,
        @Nullable DeletionPolicy deletionPolicy,
        DriftPolicy drift,
        @JsonProperty("import") @Nullable Import imported,
        @Immutable @Nullable String name,
        @Nullable String description,

        @Describe(
                "affinity: all on one host; anti-affinity: each on another; soft-affinity and soft-anti-affinity: as far as"
                        + " that is possible.")
        @Immutable
        @Nullable
        ServerGroupPolicy policy,

        @Describe("With anti-affinity: how many of them may share a host; without it 1.")
        @NumberLimits(min = 1, max = 1000)
        @Immutable
        @Nullable
        Integer maxServersPerHost)
        implements Managed {}
