package dev.allmende.api.objectstorage;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.allmende.api.schema.Describe;
import dev.allmende.api.schema.NumberLimits;
import org.jspecify.annotations.Nullable;

/** Most that a bucket may hold. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("Most that the bucket may hold; what is not said is not limited.")
public record BucketQuota(
        @Describe("Bytes of all objects.") @NumberLimits(min = 0, max = 999999999999999999L) @Nullable
        Long bytes,

        @Describe("Number of objects.") @NumberLimits(min = 0, max = 999999999999999999L) @Nullable
        Long objects) {}
