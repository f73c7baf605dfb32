package dev.allmende.api.network;

import dev.allmende.api.Thing;
import dev.allmende.api.schema.Column;
import dev.allmende.api.schema.Describe;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;

/** Joins networks, and leads out of the cloud. */
@Group("network.allmende.dev")
@Version("v1alpha1")
@Describe("Joins networks, and leads out of the cloud.")
@Column(name = "External", path = ".spec.externalNetwork.networkRef.name")
@Column(name = "Address", path = ".status.observed.externalIPs[0]")
public final class Router extends Thing<RouterSpec, RouterSeen> {}
