package dev.allmende.api.storage;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.allmende.api.ObjectReference;
import dev.allmende.api.schema.Describe;
import dev.allmende.api.schema.Rule;
import org.jspecify.annotations.Nullable;

/** What a new volume begins with. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("What the volume begins with; without it, it is empty.")
@Rule(cel = "has(self.imageRef) != has(self.volumeRef)", message = "say one of imageRef and volumeRef")
public record VolumeSource(
        @Describe("Image of this namespace that it begins with: a server can boot from it.") @Nullable
        ObjectReference imageRef,

        @Describe("Volume of this namespace that it is a copy of.") @Nullable
        ObjectReference volumeRef) {}
