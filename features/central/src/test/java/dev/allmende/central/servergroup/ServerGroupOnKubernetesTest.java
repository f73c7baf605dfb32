package dev.allmende.central.servergroup;

import dev.allmende.central.OnKubernetes;

@OnKubernetes
class ServerGroupOnKubernetesTest extends ServerGroupBehaviour {}
