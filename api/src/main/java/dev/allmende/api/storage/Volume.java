package dev.allmende.api.storage;

import dev.allmende.api.Thing;
import dev.allmende.api.schema.Column;
import dev.allmende.api.schema.Describe;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;

/** A disk that outlives the servers it is attached to. */
@Group("storage.allmende.dev")
@Version("v1alpha1")
@Describe("A disk that outlives the servers it is attached to.")
@Column(name = "Size", path = ".status.observed.size", type = "integer")
@Column(name = "Type", path = ".status.observed.type")
@Column(name = "Status", path = ".status.observed.status")
public final class Volume extends Thing<VolumeSpec, VolumeSeen> {}
