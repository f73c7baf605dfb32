package dev.allmende.api.compute;

import dev.allmende.api.Thing;
import dev.allmende.api.schema.Column;
import dev.allmende.api.schema.Describe;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;

/** A size of servers that the provider offers. */
@Group("compute.allmende.dev")
@Version("v1alpha1")
@Describe("A size of servers that the provider offers: it is only looked at, and servers refer to it.")
@Column(name = "Name", path = ".status.observed.name")
@Column(name = "vCPUs", path = ".status.observed.vcpus", type = "integer")
@Column(name = "RAM", path = ".status.observed.ramMiB", type = "integer")
@Column(name = "Disk", path = ".status.observed.diskGiB", type = "integer")
public final class Flavor extends Thing<FlavorSpec, FlavorSeen> {}
