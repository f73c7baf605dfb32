package dev.allmende.central.loadbalancer;

import dev.allmende.central.OnOpenStack;

@OnOpenStack
class LoadBalancerOnOpenStackTest extends LoadBalancerBehaviour {

    @Override
    String flavor() {
        return "testbed.tiny";
    }

    @Override
    String image() {
        return "tiny";
    }

    /** The test bed's Octavia makes its networks up, and finds no address on a port. */
    @Override
    boolean takesPorts() {
        return false;
    }
}
