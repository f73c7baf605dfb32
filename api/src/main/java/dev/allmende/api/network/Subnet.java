package dev.allmende.api.network;

import dev.allmende.api.schema.Column;
import dev.allmende.api.schema.Describe;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;

/** A range of addresses in a network. */
@Group("network.allmende.dev")
@Version("v1alpha1")
@Describe("A range of addresses in a network.")
@Column(name = "Ready", path = ".status.conditions[?(@.type=='Ready')].status")
@Column(name = "Synced", path = ".status.conditions[?(@.type=='Synced')].status")
@Column(name = "CIDR", path = ".spec.cidr")
@Column(name = "ID", path = ".status.id")
@Column(name = "Message", path = ".status.conditions[?(@.type=='Ready')].message", priority = 1)
public final class Subnet extends CustomResource<SubnetSpec, SubnetStatus> implements Namespaced {}
