package dev.allmende.central.loadbalancer;

class LoadBalancerTest extends LoadBalancerBehaviour {}
