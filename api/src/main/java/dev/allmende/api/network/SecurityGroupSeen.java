package dev.allmende.api.network;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.allmende.api.schema.Describe;
import dev.allmende.api.schema.ListLimits;
import java.util.List;

/** What the cloud shows of a security group. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("What the cloud shows of the security group.")
public record SecurityGroupSeen(
        @Describe("Whether answers to what was let through come back by themselves.")
        boolean stateful,

        @Describe("OpenStack's identifiers of its rules.") @ListLimits(max = 1024)
        List<String> ruleIDs) {}
