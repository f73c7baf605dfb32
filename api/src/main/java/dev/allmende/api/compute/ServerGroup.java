package dev.allmende.api.compute;

import dev.allmende.api.Thing;
import dev.allmende.api.schema.Column;
import dev.allmende.api.schema.Describe;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;

/** Servers that shall, or shall not, share a host. */
@Group("compute.allmende.dev")
@Version("v1alpha1")
@Describe("Servers that shall, or shall not, share a host. A server names its group when it is made.")
@Column(name = "Policy", path = ".status.observed.policy")
public final class ServerGroup extends Thing<ServerGroupSpec, ServerGroupSeen> {}
