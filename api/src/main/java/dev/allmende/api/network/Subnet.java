package dev.allmende.api.network;

import dev.allmende.api.Thing;
import dev.allmende.api.schema.Column;
import dev.allmende.api.schema.Describe;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;

/** A range of addresses of a network. */
@Group("network.allmende.dev")
@Version("v1alpha1")
@Describe("A range of addresses of a network.")
@Column(name = "Network", path = ".spec.networkRef.name")
@Column(name = "CIDR", path = ".status.observed.cidr")
public final class Subnet extends Thing<SubnetSpec, SubnetSeen> {}
