package dev.allmende.api.objectstorage;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.allmende.api.DeletionPolicy;
import dev.allmende.api.DriftPolicy;
import dev.allmende.api.Import;
import dev.allmende.api.Managed;
import dev.allmende.api.ManagementPolicy;
import dev.allmende.api.Named;
import dev.allmende.api.schema.Default;
import dev.allmende.api.schema.Describe;
import dev.allmende.api.schema.Immutable;
import dev.allmende.api.schema.ListLimits;
import dev.allmende.api.schema.Rule;
import dev.allmende.api.schema.TextLimits;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a bucket shall be. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("What the bucket shall be; what is not said is left to the store.")
@Rule(cel = "!has(self.name) || !has(self.generateName)", message = "say either name or generateName")
@Rule(
        cel = "has(self.generateName) == has(oldSelf.generateName)",
        message = "generateName cannot be changed: delete the object and make it anew")
@Rule(
        cel = "self.api != 'Swift' || (!has(self.lifecycle) && !has(self.policy))",
        message = "lifecycle and policy need api S3: Swift has no words for them")
@Rule(cel = "self.api != 'S3' || !has(self.quota)", message = "quota needs api Swift: S3 has no word for it")
public record ObjectBucketSpec(
        ManagementPolicy managementPolicy,

        @Describe(
                "What becomes of the bucket when this object is deleted. Without it: Retain for what was imported, else"
                        + " Protect: the object stays until this says Delete or Retain. A bucket with something in it is not deleted; see purge.")
        @Nullable
        DeletionPolicy deletionPolicy,

        DriftPolicy drift,
        @JsonProperty("import") @Nullable Import imported,

        @Describe("Name in the store, where all accounts share the names; without it that of this object.")
        @TextLimits(min = 3, max = 63, pattern = "^[a-z0-9][a-z0-9.-]*[a-z0-9]$")
        @Immutable
        @Nullable
        String name,

        @Describe("For people; the store is not told.") @Nullable
        String description,

        @Describe(
                "What the name begins with; eight characters follow that no other object has, so that it is not taken already.")
        @TextLimits(min = 1, max = 54, pattern = "^[a-z0-9][a-z0-9.-]*$")
        @Immutable
        @Nullable
        String generateName,

        @Describe(
                "How the bucket is looked after. S3 needs a login that may make keys, or keys (see objectStorage of the Tenant); for Swift any login does.")
        @Default("S3")
        @Immutable
        StoreProtocol api,

        @Describe(
                "Whether what is overwritten or deleted is kept as an old version. It cannot be undone wholly: false keeps the old versions that there are.")
        @Nullable
        Boolean versioning,

        @Describe("When the store itself removes objects, all rules of it; an empty list for never. Only for S3.")
        @ListLimits(max = 100)
        @Nullable
        List<BucketExpiry> lifecycle,

        @Describe("Who else may do what, in Amazon's policy language (JSON); an empty text for nobody. Only for S3.")
        @TextLimits(max = 20480)
        @Nullable
        String policy,

        @Describe("Most that it may hold. Only for Swift.") @Nullable
        BucketQuota quota,

        @Describe(
                "Whether all that is in the bucket, old versions too, is removed with it when this object is deleted and deletionPolicy is Delete.")
        @Nullable
        Boolean purge)
        implements Managed, Named {

    // Jackson gives null for what is left out.
    @SuppressWarnings("RedundantNullCheck")
    public ObjectBucketSpec {
        api = Objects.requireNonNullElse(api, StoreProtocol.S3);
    }

    @Override
    public DeletionPolicy usualDeletion() {
        return DeletionPolicy.PROTECT;
    }

    /**
     * The name of the bucket.
     *
     * @param object name of the object
     * @param uid of the object
     */
    public String bucket(String object, String uid) {
        return generateName == null ? named(object) : generateName + uid.substring(0, 8);
    }
}
