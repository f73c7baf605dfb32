package dev.allmende.central.server;

import dev.allmende.api.compute.Server;
import dev.allmende.api.compute.ServerSpec;
import dev.allmende.central.keep.References;
import dev.allmende.openstack.compute.Computing;

/**
 * A server that is at rest, looked at.
 *
 * @param server as it shall be
 * @param thing as it is
 */
record ServerLook(
        Server server, dev.allmende.openstack.compute.Server thing, Computing computing, References references) {

    ServerSpec spec() {
        return server.getSpec();
    }

    String id() {
        return thing.id();
    }
}
