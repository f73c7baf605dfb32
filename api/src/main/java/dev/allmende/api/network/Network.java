package dev.allmende.api.network;

import dev.allmende.api.Thing;
import dev.allmende.api.schema.Column;
import dev.allmende.api.schema.Describe;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;

/** A network of the tenant's project. */
@Group("network.allmende.dev")
@Version("v1alpha1")
@Describe("A network of the tenant's project.")
@Column(name = "MTU", path = ".status.observed.mtu", type = "integer", priority = 1)
public final class Network extends Thing<NetworkSpec, NetworkSeen> {}
