package dev.allmende.central.loadbalancer;

import dev.allmende.central.OnKubernetes;

@OnKubernetes
class LoadBalancerOnKubernetesTest extends LoadBalancerBehaviour {}
