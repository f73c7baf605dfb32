package dev.allmende.e2e.cloud;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The client's calls through the life of each kind of thing, in whichever cloud. */
abstract class Walks {

    abstract Walk walk();

    /** Whether the cloud has somewhere to move a server to. */
    abstract boolean resizes();

    @AfterEach
    void logOut() {
        walk().member().close();
        walk().admin().close();
    }

    @Test
    void networksLiveAndDie() {
        new NetworkWalk(walk()).go();
    }

    @Test
    void volumesLiveAndDie() {
        new BlockWalk(walk()).go();
    }

    @Test
    void serversLiveAndDie() {
        new ServerWalk(walk()).go(resizes());
    }

    @Test
    void imagesLiveAndDie() {
        new OtherWalks(walk()).image();
    }

    @Test
    void tenantsComeAndGo() {
        new OtherWalks(walk()).tenant();
    }

    @Test
    void loadBalancersLiveAndDie() {
        new OtherWalks(walk()).balancer();
    }

    @Test
    void namesLiveAndDie() {
        new OtherWalks(walk()).names();
    }
}
