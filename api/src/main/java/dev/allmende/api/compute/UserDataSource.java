package dev.allmende.api.compute;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.allmende.api.ObjectReference;
import dev.allmende.api.SecretReference;
import dev.allmende.api.schema.Describe;
import dev.allmende.api.schema.Rule;
import dev.allmende.api.schema.TextLimits;
import org.jspecify.annotations.Nullable;

/** Where the data is that a new server is given, for cloud-init for example. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("Where the data is that a new server is given, for cloud-init for example: 48 KiB at most. It is read once.")
@Rule(cel = "has(self.secretRef) != has(self.configMapRef)", message = "say either secretRef or configMapRef")
public record UserDataSource(
        @Describe("Secret of this namespace.") @Nullable SecretReference secretRef,
        @Describe("ConfigMap of this namespace.") @Nullable ObjectReference configMapRef,

        @Describe("Key in it.") @TextLimits(min = 1, max = 253)
        String key) {}
