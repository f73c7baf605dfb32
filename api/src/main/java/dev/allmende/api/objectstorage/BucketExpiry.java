package dev.allmende.api.objectstorage;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.allmende.api.schema.Describe;
import dev.allmende.api.schema.NumberLimits;
import dev.allmende.api.schema.TextLimits;
import org.jspecify.annotations.Nullable;

/** When the store itself removes objects. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("When the store itself removes objects.")
public record BucketExpiry(
        @Describe("What the keys of the objects begin with; without it all are meant.")
        @TextLimits(max = 1024)
        @Nullable
        String prefix,

        @Describe("So many days after an object was written; it goes at the end of a day.")
        @NumberLimits(min = 1, max = 36500)
        int expireDays) {}
