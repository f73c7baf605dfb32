package dev.allmende.api.status;

import dev.allmende.api.schema.Column;
import dev.allmende.api.schema.Describe;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;

/** A part of the offer that readers of a status page know by name. */
@Group("status.allmende.dev")
@Version("v1alpha1")
@Describe("A part of the offer that readers of the status page know by name.")
@Column(name = "Name", path = ".spec.displayName")
@Column(name = "Group", path = ".spec.group")
@Column(name = "Severity", path = ".status.severity", type = "integer")
@Column(name = "AffectedBy", path = ".status.affectedBy", priority = 1)
public final class Component extends CustomResource<ComponentSpec, ComponentStatus> implements Namespaced {}
