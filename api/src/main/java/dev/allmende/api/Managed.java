package dev.allmende.api;

import org.jspecify.annotations.Nullable;

/** What every spec has whose object stands for a thing in the cloud. */
public interface Managed {

    ManagementPolicy managementPolicy();

    DeletionPolicy deletionPolicy();

    DriftPolicy drift();

    /** OpenStack's identifier of the thing to look at; null when it is ours to make. */
    @Nullable
    String importID();

    /** Name in the cloud; null for that of the object. */
    @Nullable
    String name();

    @Nullable
    String description();
}
