package dev.allmende.openstack.loadbalancer;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.openstack.resource.Fields;
import java.util.List;

/** A load balancer. While it is not ACTIVE each write to it or to its parts is a conflict. */
public record LoadBalancer(JsonNode json) implements Provisioned {

    /** What a load balancer can be asked to be; address, provider, flavor and zone only at creation. */
    public record Wish(Fields fields) implements PartWish<Wish> {

        public Wish() {
            this(Fields.NONE);
        }

        @Override
        public Wish with(Fields fields) {
            return new Wish(fields);
        }

        public Wish vipSubnet(String id) {
            return with(fields.with("vip_subnet_id", id));
        }

        public Wish vipNetwork(String id) {
            return with(fields.with("vip_network_id", id));
        }

        public Wish vipPort(String id) {
            return with(fields.with("vip_port_id", id));
        }

        public Wish vipAddress(String address) {
            return with(fields.with("vip_address", address));
        }

        public Wish provider(String name) {
            return with(fields.with("provider", name));
        }

        public Wish flavor(String id) {
            return with(fields.with("flavor_id", id));
        }

        public Wish zone(String name) {
            return with(fields.with("availability_zone", name));
        }

        /** The whole tree in one request, at creation only; what stands alone or is meant by name by listeners. */
        public Wish pools(List<Pool.Wish> pools) {
            return with(
                    fields.with("pools", pools.stream().map(Pool.Wish::fields).toList()));
        }

        /** The whole tree in one request, at creation only. */
        public Wish listeners(List<Listener.Wish> listeners) {
            return with(fields.with(
                    "listeners", listeners.stream().map(Listener.Wish::fields).toList()));
        }
    }

    public String vipAddress() {
        return text("vip_address");
    }

    public String vipPortId() {
        return text("vip_port_id");
    }

    public String vipSubnetId() {
        return text("vip_subnet_id");
    }

    public String provider() {
        return text("provider");
    }

    public List<String> listenerIds() {
        return json.path("listeners").findValuesAsText("id");
    }

    public List<String> poolIds() {
        return json.path("pools").findValuesAsText("id");
    }
}
