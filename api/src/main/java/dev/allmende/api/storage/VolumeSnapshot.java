package dev.allmende.api.storage;

import dev.allmende.api.Thing;
import dev.allmende.api.schema.Column;
import dev.allmende.api.schema.Describe;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;

/** A volume as it was at one moment. */
@Group("storage.allmende.dev")
@Version("v1alpha1")
@Describe("A volume as it was at one moment, in the same storage.")
@Column(name = "Volume", path = ".spec.volumeRef.name")
@Column(name = "Size", path = ".status.observed.size", type = "integer")
public final class VolumeSnapshot extends Thing<VolumeSnapshotSpec, VolumeSnapshotSeen> {}
