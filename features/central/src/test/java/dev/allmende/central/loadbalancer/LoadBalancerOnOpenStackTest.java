package dev.allmende.central.loadbalancer;

import dev.allmende.central.OnOpenStack;

@OnOpenStack
class LoadBalancerOnOpenStackTest extends LoadBalancerBehaviour {}
