package dev.allmende.api.objectstorage;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.allmende.api.DeletionPolicy;
import dev.allmende.api.DriftPolicy;
import dev.allmende.api.Import;
import dev.allmende.api.Managed;
import dev.allmende.api.ManagementPolicy;
import dev.allmende.api.ObjectReference;
import dev.allmende.api.SecretReference;
import dev.allmende.api.Span;
import dev.allmende.api.schema.Default;
import dev.allmende.api.schema.Describe;
import dev.allmende.api.schema.Immutable;
import dev.allmende.api.schema.Rule;
import dev.allmende.api.schema.TextLimits;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What keys to a bucket shall be. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe(
        "What the keys shall be. Keystone knows no keys for one bucket: they open all buckets of the project, as far as the login may that they are of.")
@Rule(cel = "!has(self.__import__)", message = "keys cannot be imported: new ones are made")
@Rule(cel = "!has(self.name)", message = "keys have no name")
@Rule(
        cel = "has(self.secretRef) == has(oldSelf.secretRef)",
        message = "secretRef cannot be changed: delete the object and make it anew")
public record ObjectBucketCredentialsSpec(
        ManagementPolicy managementPolicy,
        @Nullable DeletionPolicy deletionPolicy,
        DriftPolicy drift,

        @JsonProperty("import") @Describe("Not for keys: new ones are made.") @Nullable
        Import imported,

        @Describe("Not for keys.") @Nullable String name,

        @Nullable String description,

        @Describe("Bucket of this namespace that they are for.") @Immutable
        ObjectReference bucketRef,

        @Describe(
                "Secret of this namespace to be written, without it one of this object's name: AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_ENDPOINT_URL, AWS_REGION, endpoint and bucket.")
        @Immutable
        @Nullable
        SecretReference secretRef,

        @Describe(
                "ReadWrite, or Read for keys of the login that the Tenant names in objectStorage.reader, a user who may only read.")
        @Default("ReadWrite")
        @Immutable
        BucketAccess access,

        @Describe("How long a pair is used, such as 90d; without it until somebody asks for another.")
        @TextLimits(max = 8, pattern = Span.PATTERN)
        @Nullable
        String rotateAfter,

        @Describe("How long the old pair is good beside the new one, such as 1h.")
        @TextLimits(max = 8, pattern = Span.PATTERN)
        @Default("1h")
        String overlap,

        @Describe("Any text; another one makes a new pair at once.") @TextLimits(max = 64) @Nullable
        String rotation)
        implements Managed {

    // Jackson gives null for what is left out.
    @SuppressWarnings("RedundantNullCheck")
    public ObjectBucketCredentialsSpec {
        access = Objects.requireNonNullElse(access, BucketAccess.READ_WRITE);
        overlap = Objects.requireNonNullElse(overlap, "1h");
    }

    public Duration overlapping() {
        return Span.of(overlap);
    }

    /** @param object name of the object */
    public String secret(String object) {
        return secretRef == null ? object : secretRef.name();
    }
}
