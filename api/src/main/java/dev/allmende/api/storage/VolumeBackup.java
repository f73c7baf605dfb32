package dev.allmende.api.storage;

import dev.allmende.api.Thing;
import dev.allmende.api.schema.Column;
import dev.allmende.api.schema.Describe;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;

/** A copy of a volume in another storage. */
@Group("storage.allmende.dev")
@Version("v1alpha1")
@Describe("A copy of a volume in another storage, which outlives the volume.")
@Column(name = "Volume", path = ".spec.volumeRef.name")
@Column(name = "Size", path = ".status.observed.size", type = "integer")
@Column(name = "Data of", path = ".status.observed.dataTimestamp", priority = 1)
public final class VolumeBackup extends Thing<VolumeBackupSpec, VolumeBackupSeen> {}
