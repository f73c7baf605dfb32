package dev.allmende.central.network;

import dev.allmende.central.OnKubernetes;

@OnKubernetes
class NetworkOnKubernetesTest extends NetworkBehaviour {}
