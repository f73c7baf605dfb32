package dev.allmende.openstack.network;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.openstack.resource.Fields;
import dev.allmende.openstack.resource.Resource;
import dev.allmende.openstack.resource.Wanted;
import java.util.List;

/** A router; its interfaces are ports, see {@link Networking#addInterface}. */
public record Router(JsonNode json) implements Resource {

    /** What a router can be asked to be. */
    public record Wish(Fields fields) implements Wanted<Wish> {

        public Wish() {
            this(Fields.NONE);
        }

        @Override
        public Wish with(Fields fields) {
            return new Wish(fields);
        }

        public Wish adminUp(boolean up) {
            return with(fields.with("admin_state_up", up));
        }

        public Wish gateway(String externalNetwork) {
            return with(fields.with("external_gateway_info", Fields.of("network_id", externalNetwork)));
        }

        /** Choosing source NAT is for admins in many clouds. */
        public Wish gateway(String externalNetwork, boolean sourceNat) {
            return with(fields.with(
                    "external_gateway_info",
                    Fields.of("network_id", externalNetwork).with("enable_snat", sourceNat)));
        }

        public Wish noGateway() {
            return with(fields.cleared("external_gateway_info"));
        }

        /** Only after creation. Next hops must lie in a subnet of an interface. */
        public Wish routes(List<Route> routes) {
            return with(fields.with("routes", routes.stream().map(Route::fields).toList()));
        }

        /** Only at creation. */
        public Wish zoneHints(List<String> zones) {
            return with(fields.texts("availability_zone_hints", zones));
        }
    }

    /** Empty for none. */
    public String gatewayNetworkId() {
        return json.path("external_gateway_info").path("network_id").asText("");
    }

    public List<String> gatewayAddresses() {
        return json.path("external_gateway_info").path("external_fixed_ips").findValuesAsText("ip_address");
    }

    public boolean sourceNat() {
        return json.path("external_gateway_info").path("enable_snat").asBoolean();
    }

    public List<Route> routes() {
        return json.path("routes").valueStream().map(Route::of).toList();
    }
}
