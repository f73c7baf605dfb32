package dev.allmende.api.compute;

import dev.allmende.api.Thing;
import dev.allmende.api.schema.Column;
import dev.allmende.api.schema.Describe;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;

/** A virtual machine. */
@Group("compute.allmende.dev")
@Version("v1alpha1")
@Describe("A virtual machine.")
@Column(name = "Status", path = ".status.observed.status")
@Column(name = "Flavor", path = ".status.observed.flavor")
@Column(name = "Address", path = ".status.observed.address")
@Column(name = "Zone", path = ".status.observed.availabilityZone", priority = 1)
public final class Server extends Thing<ServerSpec, ServerSeen> {}
