package dev.allmende.api.network;

import dev.allmende.api.schema.Column;
import dev.allmende.api.schema.Describe;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Version;

/** A network of the tenant's project. */
@Group("network.allmende.dev")
@Version("v1alpha1")
@Describe("A network of the tenant's project.")
@Column(name = "Ready", path = ".status.conditions[?(@.type=='Ready')].status")
@Column(name = "Synced", path = ".status.conditions[?(@.type=='Synced')].status")
@Column(name = "MTU", path = ".status.mtu", type = "integer", priority = 1)
@Column(name = "ID", path = ".status.id")
@Column(name = "Message", path = ".status.conditions[?(@.type=='Ready')].message", priority = 1)
public final class Network extends CustomResource<NetworkSpec, NetworkStatus> implements Namespaced {}
