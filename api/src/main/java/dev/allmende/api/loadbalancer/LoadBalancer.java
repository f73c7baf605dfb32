package dev.allmende.api.loadbalancer;

import dev.allmende.api.Thing;
import dev.allmende.api.schema.Column;
import dev.allmende.api.schema.Describe;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;

/** A load balancer of the tenant's project, with all its parts. */
@Group("loadbalancer.allmende.dev")
@Version("v1alpha1")
@Describe("A load balancer of the tenant's project, with all its parts: listeners, pools, members, monitors, policies.")
@Column(name = "Address", path = ".status.observed.address")
@Column(name = "Operating", path = ".status.observed.operatingStatus")
@Column(name = "Provider", path = ".status.observed.provider", priority = 1)
public final class LoadBalancer extends Thing<LoadBalancerSpec, LoadBalancerSeen> {}
