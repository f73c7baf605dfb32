package dev.allmende.central.floatingip;

import dev.allmende.central.OnKubernetes;

@OnKubernetes
class FloatingIPOnKubernetesTest extends FloatingIPBehaviour {}
