package dev.allmende.api.network;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.allmende.api.DeletionPolicy;
import dev.allmende.api.DriftPolicy;
import dev.allmende.api.Import;
import dev.allmende.api.Managed;
import dev.allmende.api.ManagementPolicy;
import dev.allmende.api.schema.Describe;
import dev.allmende.api.schema.ListLimits;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a security group shall be.
 *
 * @param rules null: none of its own, or those of an imported group stay as they are
 * @param allEgress null: unless a rule is for egress
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("What the security group shall be.")
public record SecurityGroupSpec(
        ManagementPolicy managementPolicy,
        @Nullable DeletionPolicy deletionPolicy,
        DriftPolicy drift,
        @JsonProperty("import") @Nullable Import imported,
        @Nullable String name,
        @Nullable String description,

        @Describe(
                "Whether answers to what was let through come back by themselves; without it the cloud chooses. Cannot change while a port uses the group.")
        @Nullable
        Boolean stateful,

        @Describe(
                "What is let through; nothing else is. Without it no rules, or those of an imported group stay as they are.")
        @ListLimits(max = 100)
        @Nullable
        List<SecurityRule> rules,

        @Describe("Whether everything may go out; without it so, unless a rule is for Egress.") @Nullable
        Boolean allEgress)
        implements Managed {}
