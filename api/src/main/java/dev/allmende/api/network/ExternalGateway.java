package dev.allmende.api.network;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.allmende.api.ObjectReference;
import dev.allmende.api.schema.Describe;
import org.jspecify.annotations.Nullable;

@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("A way out of the cloud.")
public record ExternalGateway(
        @Describe("Network of this namespace that leads out of the cloud, such as the observed one 'public'.")
        ObjectReference networkRef,

        @Describe(
                "Whether what goes out has the router's address; without it the cloud chooses. Many clouds let only administrators say it.")
        @Nullable
        Boolean snat) {}
