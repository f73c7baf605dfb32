package dev.allmende.central.reach;

import dev.allmende.central.OnKubernetes;

@OnKubernetes
class ReachOnKubernetesTest extends ReachBehaviour {}
