package dev.allmende.central.flavor;

import dev.allmende.central.OnKubernetes;

@OnKubernetes
class FlavorOnKubernetesTest extends FlavorBehaviour {}
