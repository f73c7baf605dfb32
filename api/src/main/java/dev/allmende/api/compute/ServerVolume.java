package dev.allmende.api.compute;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.allmende.api.ObjectReference;
import dev.allmende.api.schema.Describe;
import dev.allmende.api.schema.TextLimits;
import org.jspecify.annotations.Nullable;

/** A volume on a server. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("A volume on the server.")
public record ServerVolume(
        @Describe("Volume of this namespace.") ObjectReference volumeRef,

        @Describe("Name that is asked for, such as /dev/vdb; most clouds choose themselves.")
        @TextLimits(max = 32, pattern = "^/dev/[a-z0-9]+$")
        @Nullable
        String device) {}
