package dev.allmende.api.compute;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.allmende.api.DeletionPolicy;
import dev.allmende.api.DriftPolicy;
import dev.allmende.api.Import;
import dev.allmende.api.Managed;
import dev.allmende.api.ManagementPolicy;
import dev.allmende.api.schema.Default;
import dev.allmende.api.schema.Describe;
import dev.allmende.api.schema.Rule;
import org.jspecify.annotations.Nullable;

/** Which flavor is meant. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("Which flavor of the cloud this object stands for.")
public record FlavorSpec(
        @Describe("Observe: flavors are the provider's to make.")
        @Default("Observe")
        @Rule(
                cel = "self == 'Observe'",
                message = "managementPolicy must be Observe: flavors are the provider's to make")
        ManagementPolicy managementPolicy,

        @Nullable DeletionPolicy deletionPolicy,
        DriftPolicy drift,
        @JsonProperty("import") @Nullable Import imported,
        @Nullable String name,
        @Nullable String description)
        implements Managed {}
