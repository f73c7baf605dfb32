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
 * What a router shall be.
 *
 * @param externalNetwork null: none, or that of an imported router stays
 * @param interfaces null: none, or those of an imported router stay
 * @param routes null: none, or those of an imported router stay
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("What the router shall be.")
public record RouterSpec(
        ManagementPolicy managementPolicy,
        @Nullable DeletionPolicy deletionPolicy,
        DriftPolicy drift,
        @JsonProperty("import") @Nullable Import imported,
        @Nullable String name,
        @Nullable String description,

        @Describe("The way out of the cloud; without it there is none, or that of an imported router stays as it is.")
        @Nullable
        ExternalGateway externalNetwork,

        @Describe(
                "Subnets that it joins, each once; without it there are none, or those of an imported router stay as they are.")
        @ListLimits(max = 64)
        @Nullable
        List<RouterInterface> interfaces,

        @Describe(
                "Where to send what goes elsewhere; the next hops lie in subnets that it joins. Without it there are none, or those of an imported router stay as they are.")
        @ListLimits(max = 64)
        @Nullable
        List<Route> routes)
        implements Managed {}
