package dev.allmende.central.port;

import dev.allmende.central.OnKubernetes;

@OnKubernetes
class PortOnKubernetesTest extends PortBehaviour {}
