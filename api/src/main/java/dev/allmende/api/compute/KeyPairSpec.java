package dev.allmende.api.compute;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.allmende.api.DeletionPolicy;
import dev.allmende.api.DriftPolicy;
import dev.allmende.api.Import;
import dev.allmende.api.Managed;
import dev.allmende.api.ManagementPolicy;
import dev.allmende.api.schema.Describe;
import dev.allmende.api.schema.Immutable;
import dev.allmende.api.schema.Rule;
import dev.allmende.api.schema.TextLimits;
import org.jspecify.annotations.Nullable;

/**
 * What a key pair shall be.
 *
 * @param publicKey null when it is generated or imported
 * @param generate null when it is given or imported
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("What the key pair shall be.")
@Rule(
        cel =
                "has(self.__import__) ? !has(self.publicKey) && !has(self.generate) : has(self.publicKey) != has(self.generate)",
        message = "say either publicKey or generate, and neither with import")
@Rule(
        cel = "has(self.name) == has(oldSelf.name) && has(self.publicKey) == has(oldSelf.publicKey)"
                + " && has(self.generate) == has(oldSelf.generate)",
        message = "name, publicKey and generate cannot be changed: delete the object and make it anew")
public record KeyPairSpec(
        ManagementPolicy managementPolicy,
        @Nullable DeletionPolicy deletionPolicy,
        DriftPolicy drift,
        @JsonProperty("import") @Nullable Import imported,
        @Immutable @Nullable String name,
        @Nullable String description,

        @Describe("Public key as OpenSSH writes it into id_ed25519.pub: type, key, comment.")
        @TextLimits(
                max = 16384,
                pattern = "^(ssh|ecdsa|sk-ssh|sk-ecdsa)-[A-Za-z0-9@.-]+ [A-Za-z0-9+/=]+( [^\\r\\n]*)?\\n?$")
        @Immutable
        @Nullable
        String publicKey,

        @Describe("Have a key pair made here; the cloud gets the public key only.") @Immutable @Nullable
        Generation generate)
        implements Managed {

    /** Where a key pair goes that is made here. */
    @Describe("Where the key pair goes that is made here.")
    public record Generation(
            @Describe(
                    "Secret of this namespace that is made with the key pair, in ssh-privatekey and ssh-publickey (Ed25519, as"
                            + " OpenSSH writes them). It goes when this object goes.")
            @TextLimits(min = 1, max = 253)
            String secretName) {}
}
