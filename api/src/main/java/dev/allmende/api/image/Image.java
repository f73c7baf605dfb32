package dev.allmende.api.image;

import dev.allmende.api.Thing;
import dev.allmende.api.schema.Column;
import dev.allmende.api.schema.Describe;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;

/** A disk that servers and volumes begin with. */
@Group("image.allmende.dev")
@Version("v1alpha1")
@Describe("A disk that servers and volumes begin with: one of the provider's to look at, or one of the tenant's own.")
@Column(name = "Status", path = ".status.observed.status")
@Column(name = "Visibility", path = ".status.observed.visibility", priority = 1)
@Column(name = "Size", path = ".status.observed.size", type = "integer")
public final class Image extends Thing<ImageSpec, ImageSeen> {}
