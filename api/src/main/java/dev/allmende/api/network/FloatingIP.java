package dev.allmende.api.network;

import dev.allmende.api.Thing;
import dev.allmende.api.schema.Column;
import dev.allmende.api.schema.Describe;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;

/** An address outside of the cloud that leads to a port inside. */
@Group("network.allmende.dev")
@Version("v1alpha1")
@Describe("An address outside of the cloud that leads to a port inside.")
@Column(name = "Address", path = ".status.observed.address")
@Column(name = "Port", path = ".spec.attach.portRef.name")
@Column(name = "Inside", path = ".status.observed.fixedIP", priority = 1)
public final class FloatingIP extends Thing<FloatingIPSpec, FloatingIPSeen> {}
