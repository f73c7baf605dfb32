package dev.allmende.api.network;

import dev.allmende.api.Thing;
import dev.allmende.api.schema.Describe;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;

/** What may reach a port, and what the port may reach. */
@Group("network.allmende.dev")
@Version("v1alpha1")
@Describe("What may reach a port, and what the port may reach.")
public final class SecurityGroup extends Thing<SecurityGroupSpec, SecurityGroupSeen> {}
