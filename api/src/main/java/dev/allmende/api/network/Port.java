package dev.allmende.api.network;

import dev.allmende.api.Thing;
import dev.allmende.api.schema.Column;
import dev.allmende.api.schema.Describe;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;

/** A plug in a network, with addresses. */
@Group("network.allmende.dev")
@Version("v1alpha1")
@Describe("A plug in a network, with addresses.")
@Column(name = "Network", path = ".spec.networkRef.name")
@Column(name = "Address", path = ".status.observed.fixedIPs[0].ip")
@Column(name = "MAC", path = ".status.observed.mac", priority = 1)
@Column(name = "Device", path = ".status.observed.deviceOwner", priority = 1)
public final class Port extends Thing<PortSpec, PortSeen> {}
