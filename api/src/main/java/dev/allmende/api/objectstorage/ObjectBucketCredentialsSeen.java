package dev.allmende.api.objectstorage;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.allmende.api.schema.Describe;
import dev.allmende.api.schema.TextLimits;
import org.jspecify.annotations.Nullable;

/** Which pair of keys is in use; its secret is not here. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("Which pair of keys is in use; its secret is in the Secret only.")
public record ObjectBucketCredentialsSeen(
        @Describe("Name of the bucket.") String bucket,

        @Describe("Secret of this namespace that has the pair.")
        String secret,

        @Describe("The access key in use.") String accessKey,

        @Describe("Which of its pairs it is, counted from 1.")
        long number,

        @Describe("Since when it is in use.") @TextLimits(format = "date-time")
        String created,

        @Describe("When another takes its place; without it when somebody asks for it.")
        @TextLimits(format = "date-time")
        @Nullable
        String expires,

        @Describe("The rotation that it is of.") @Nullable String rotation) {}
