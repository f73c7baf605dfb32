package dev.allmende.openstack.network;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.openstack.resource.Fields;
import dev.allmende.openstack.resource.Resource;
import dev.allmende.openstack.resource.Wanted;

/** A floating IP: an address of an external network that leads to a port. */
public record FloatingIp(JsonNode json) implements Resource {

    /** What a floating IP can be asked to be. */
    public record Wish(Fields fields) implements Wanted<Wish> {

        public Wish() {
            this(Fields.NONE);
        }

        @Override
        public Wish with(Fields fields) {
            return new Wish(fields);
        }

        /** Only at creation. */
        public Wish network(String externalNetwork) {
            return with(fields.with("floating_network_id", externalNetwork));
        }

        /** Only at creation. */
        public Wish subnet(String id) {
            return with(fields.with("subnet_id", id));
        }

        /** Only at creation; for admins in many clouds. */
        public Wish address(String address) {
            return with(fields.with("floating_ip_address", address));
        }

        /** The subnet of the port must have a router with a gateway in the external network. */
        public Wish port(String id) {
            return with(fields.with("port_id", id));
        }

        /** Which address of the port, when it has several. */
        public Wish fixedIp(String address) {
            return with(fields.with("fixed_ip_address", address));
        }

        public Wish detached() {
            return with(fields.cleared("port_id"));
        }
    }

    public String networkId() {
        return text("floating_network_id");
    }

    public String address() {
        return text("floating_ip_address");
    }

    /** Empty while it leads nowhere. */
    public String portId() {
        return text("port_id");
    }

    public String fixedIp() {
        return text("fixed_ip_address");
    }

    public String routerId() {
        return text("router_id");
    }
}
