package dev.allmende.openstack.network;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.openstack.resource.Fields;
import dev.allmende.openstack.resource.Resource;
import dev.allmende.openstack.resource.Wanted;
import java.util.List;

/** A network. */
public record Network(JsonNode json) implements Resource {

    /** What a network can be asked to be; network types and segments are for admins and left out. */
    public record Wish(Fields fields) implements Wanted<Wish> {

        public Wish() {
            this(Fields.NONE);
        }

        @Override
        public Wish with(Fields fields) {
            return new Wish(fields);
        }

        public Wish mtu(int bytes) {
            return with(fields.with("mtu", bytes));
        }

        public Wish portSecurity(boolean on) {
            return with(fields.with("port_security_enabled", on));
        }

        public Wish adminUp(boolean up) {
            return with(fields.with("admin_state_up", up));
        }

        /** With a final dot; needs the extension dns-integration. */
        public Wish dnsDomain(String domain) {
            return with(fields.with("dns_domain", domain));
        }

        /** Only at creation. */
        public Wish zoneHints(List<String> zones) {
            return with(fields.texts("availability_zone_hints", zones));
        }

        /** For admins. */
        public Wish shared(boolean shared) {
            return with(fields.with("shared", shared));
        }

        /** For admins. */
        public Wish external(boolean external) {
            return with(fields.with("router:external", external));
        }
    }

    public List<String> subnetIds() {
        return texts("subnets");
    }

    public int mtu() {
        return json.path("mtu").asInt();
    }

    public boolean external() {
        return json.path("router:external").asBoolean();
    }

    public boolean shared() {
        return json.path("shared").asBoolean();
    }

    public List<String> zones() {
        return texts("availability_zones");
    }
}
