package dev.allmende.api.compute;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.allmende.api.DeletionPolicy;
import dev.allmende.api.DriftPolicy;
import dev.allmende.api.Import;
import dev.allmende.api.Managed;
import dev.allmende.api.ManagementPolicy;
import dev.allmende.api.ObjectReference;
import dev.allmende.api.schema.Describe;
import dev.allmende.api.schema.Immutable;
import dev.allmende.api.schema.ListLimits;
import dev.allmende.api.schema.Rule;
import dev.allmende.api.schema.TextLimits;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a server shall be.
 *
 * @param flavorRef null only when the server is imported
 * @param boot null only when the server is imported
 * @param networks null for none; of an imported server for those that it has
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("What the server shall be.")
@Rule(
        cel = "has(self.__import__) || (has(self.flavorRef) && has(self.boot))",
        message = "flavorRef and boot are needed for a server that is to be made")
@Rule(
        cel = "has(self.boot) == has(oldSelf.boot)"
                + " && has(self.keyPairRef) == has(oldSelf.keyPairRef)"
                + " && has(self.userDataFrom) == has(oldSelf.userDataFrom)"
                + " && has(self.configDrive) == has(oldSelf.configDrive)"
                + " && has(self.availabilityZone) == has(oldSelf.availabilityZone)"
                + " && has(self.serverGroupRef) == has(oldSelf.serverGroupRef)"
                + " && has(self.securityGroupRefs) == has(oldSelf.securityGroupRefs)",
        message = "boot, keyPairRef, userDataFrom, configDrive, availabilityZone, serverGroupRef and"
                + " securityGroupRefs cannot be"
                + " changed: delete the object and make it anew")
public record ServerSpec(
        ManagementPolicy managementPolicy,
        @Nullable DeletionPolicy deletionPolicy,
        DriftPolicy drift,
        @JsonProperty("import") @Nullable Import imported,
        @Nullable String name,
        @Nullable String description,

        @Describe(
                "Its size: a Flavor of this namespace. With another one the server is resized, for which it is restarted.")
        @Nullable
        ObjectReference flavorRef,

        @Nullable ServerBoot boot,

        @Describe(
                "How it is plugged in, in order; without it not at all. What is added or taken off is plugged in or out while it"
                        + " runs. An imported server keeps what it has when nothing is said.")
        @ListLimits(max = 32)
        @Nullable
        List<ServerNetwork> networks,

        @Describe("SecurityGroups of the ports that the cloud makes with the server; without it the project's group"
                + " 'default'. Ports that are objects have their own, and those can change.")
        @ListLimits(max = 16)
        @Immutable
        @Nullable
        List<ObjectReference> securityGroupRefs,

        @Describe("KeyPair whose owner is let in.") @Immutable @Nullable
        ObjectReference keyPairRef,

        @Immutable @Nullable UserDataSource userDataFrom,

        @Describe("Whether user data and metadata come on a small disk too; without it the cloud chooses.")
        @Immutable
        @Nullable
        Boolean configDrive,

        @Describe("Where it runs; without it the cloud chooses.") @TextLimits(min = 1, max = 255) @Immutable @Nullable
        String availabilityZone,

        @Describe("ServerGroup that it is made in.") @Immutable @Nullable
        ObjectReference serverGroupRef,

        @Describe(
                "Volumes beside the one that it boots from. What is added or taken off is attached or detached while it runs. An"
                        + " imported server keeps what it has when nothing is said.")
        @ListLimits(max = 32)
        @Nullable
        List<ServerVolume> volumes,

        @Describe("Tags in the cloud; without it they are left as they are.")
        @TextLimits(min = 1, max = 60, pattern = "^[^/,]+$")
        @ListLimits(max = 49)
        @Nullable
        List<String> tags,

        @Describe("Keys and values that the guest can ask for; without it they are left as they are.")
        @TextLimits(max = 255)
        @Nullable
        Map<String, String> metadata,

        @Describe("On or Off; without it a new server is on, and later left as it is.") @Nullable
        Power power)
        implements Managed {}
