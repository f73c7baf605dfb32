package dev.allmende.api.tenancy;

import dev.allmende.api.schema.Column;
import dev.allmende.api.schema.Describe;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;

/** A region of an OpenStack that tenants get projects in. */
@Group("tenancy.allmende.dev")
@Version("v1alpha1")
@Describe("A region of an OpenStack. Shows whether it can be reached and what its catalog offers.")
@Column(name = "Region", path = ".spec.region")
@Column(name = "Services", path = ".status.serviceCount", type = "integer")
@Column(name = "URL", path = ".spec.authURL", priority = 1)
public final class Cloud extends CustomResource<CloudSpec, CloudStatus> {}
