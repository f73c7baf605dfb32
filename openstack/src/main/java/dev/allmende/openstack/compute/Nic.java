package dev.allmende.openstack.compute;

import dev.allmende.openstack.resource.Fields;
import java.util.List;

/** How a server is to be plugged in. */
public sealed interface Nic {

    /** As Nova takes it together with a new server. */
    Fields fields();

    /** As Nova takes it for a server that exists. */
    Fields attachment();

    /** A port that exists; it stays when the server goes. */
    record OfPort(String portId) implements Nic {
        @Override
        public Fields fields() {
            return Fields.of("port", portId);
        }

        @Override
        public Fields attachment() {
            return Fields.of("port_id", portId);
        }
    }

    /**
     * Nova makes a port in the network, and removes it with the server.
     *
     * @param fixedIp empty for any
     */
    record InNetwork(String networkId, String fixedIp) implements Nic {
        @Override
        public Fields fields() {
            var fields = Fields.of("uuid", networkId);
            return fixedIp.isEmpty() ? fields : fields.with("fixed_ip", fixedIp);
        }

        @Override
        public Fields attachment() {
            var fields = Fields.of("net_id", networkId);
            return fixedIp.isEmpty() ? fields : fields.with("fixed_ips", List.of(Fields.of("ip_address", fixedIp)));
        }
    }
}
