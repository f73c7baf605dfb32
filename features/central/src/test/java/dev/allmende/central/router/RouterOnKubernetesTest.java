package dev.allmende.central.router;

import dev.allmende.central.OnKubernetes;

@OnKubernetes
class RouterOnKubernetesTest extends RouterBehaviour {}
