package dev.allmende.api.tenancy;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.allmende.api.schema.Describe;
import dev.allmende.api.schema.NumberLimits;
import org.jspecify.annotations.Nullable;

/** What is to be told of a project's limits. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("What is to be told of the project's limits.")
public record QuotaSpec(
        @Describe("Use, in percent of a limit, from which on it counts as near; without it 80.")
        @NumberLimits(min = 1, max = 100)
        @Nullable
        Integer nearPercent) {}
