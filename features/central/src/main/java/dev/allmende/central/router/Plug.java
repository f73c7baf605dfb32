package dev.allmende.central.router;

import dev.allmende.openstack.network.Networking;
import dev.allmende.openstack.network.Port;

/** An interface that a router shall have. */
sealed interface Plug {

    /** With the gateway address of a subnet. */
    record OfSubnet(String subnet) implements Plug {

        @Override
        public boolean isIn(Port port) {
            return port.fixedIps().stream().anyMatch(each -> each.subnetId().equals(subnet));
        }

        @Override
        public void into(Networking net, String router) {
            net.addInterface(router, subnet);
        }

        @Override
        public String toString() {
            return "subnet " + subnet;
        }
    }

    /** With a port of our own. */
    record OfPort(String port) implements Plug {

        @Override
        public boolean isIn(Port port) {
            return port.id().equals(this.port);
        }

        @Override
        public void into(Networking net, String router) {
            net.addPort(router, port);
        }

        @Override
        public String toString() {
            return "port " + port;
        }
    }

    /** Whether a port of the router is this interface. */
    boolean isIn(Port port);

    void into(Networking net, String router);
}
