package dev.allmende.central.server;

import dev.allmende.central.OnKubernetes;

@OnKubernetes
class ServerOnKubernetesTest extends ServerBehaviour {}
