package dev.allmende.api.status;

import dev.allmende.api.schema.Column;
import dev.allmende.api.schema.Describe;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;

/** A question that is asked again and again, whose answers say how components fare. */
@Group("status.allmende.dev")
@Version("v1alpha1")
@Describe("A question that is asked again and again, whose answers say how components fare.")
@Column(name = "State", path = ".status.state")
@Column(name = "Latency", path = ".status.latencyMillis", type = "integer")
@Column(name = "Error", path = ".status.error")
@Column(name = "Policy", path = ".spec.policy", priority = 1)
@Column(name = "Asked", path = ".status.lastAt", type = "date")
public final class Probe extends CustomResource<ProbeSpec, ProbeStatus> implements Namespaced {}
