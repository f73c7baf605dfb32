package dev.allmende.api.compute;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.allmende.api.ObjectReference;
import dev.allmende.api.schema.Describe;
import dev.allmende.api.schema.Immutable;
import dev.allmende.api.schema.NumberLimits;
import dev.allmende.api.schema.Rule;
import dev.allmende.api.schema.TextLimits;
import org.jspecify.annotations.Nullable;

/** What a server boots from: exactly one of these. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("What it boots from: imageRef, volumeRef or newVolume.")
@Rule(
        cel = "(has(self.imageRef) ? 1 : 0) + (has(self.volumeRef) ? 1 : 0) + (has(self.newVolume) ? 1 : 0) == 1",
        message = "say one of imageRef, volumeRef and newVolume")
@Rule(
        cel = "has(self.imageRef) == has(oldSelf.imageRef) && has(self.volumeRef) == has(oldSelf.volumeRef)",
        message = "a server boots for ever from what it was made with: delete the object and make it anew")
public record ServerBoot(
        @Describe(
                "Image that a disk on the host is made of. With another one the server is rebuilt: what was on that disk is"
                        + " lost.")
        @Nullable
        ObjectReference imageRef,

        @Describe("Volume that has a system already; it stays when the server goes.") @Immutable @Nullable
        ObjectReference volumeRef,

        @Immutable @Nullable NewVolume newVolume) {

    /**
     * A volume that is made with the server.
     *
     * @param size in GiB
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Describe("A volume that the cloud makes with the server.")
    public record NewVolume(
            @Describe("Image that its content comes from.") ObjectReference imageRef,

            @Describe("Size in GiB.") @NumberLimits(min = 1, max = 1048576)
            int size,

            @Describe("Volume type; without it the cloud's standard.") @TextLimits(min = 1, max = 255) @Nullable
            String type,

            @Describe("Whether it goes with the server; without it it does.") @Nullable
            Boolean deleteOnTermination) {}
}
