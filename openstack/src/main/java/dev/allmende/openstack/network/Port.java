package dev.allmende.openstack.network;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.openstack.resource.Fields;
import dev.allmende.openstack.resource.Resource;
import dev.allmende.openstack.resource.Wanted;
import java.util.List;

/** A port: a plug in a network. */
public record Port(JsonNode json) implements Resource {

    /** What a port can be asked to be. */
    public record Wish(Fields fields) implements Wanted<Wish> {

        public Wish() {
            this(Fields.NONE);
        }

        @Override
        public Wish with(Fields fields) {
            return new Wish(fields);
        }

        /** Only at creation. */
        public Wish network(String id) {
            return with(fields.with("network_id", id));
        }

        /** Only at creation for members. */
        public Wish mac(String address) {
            return with(fields.with("mac_address", address));
        }

        public Wish adminUp(boolean up) {
            return with(fields.with("admin_state_up", up));
        }

        public Wish fixedIps(List<FixedIp> addresses) {
            return with(fields.with(
                    "fixed_ips", addresses.stream().map(FixedIp::fields).toList()));
        }

        public Wish securityGroups(List<String> ids) {
            return with(fields.texts("security_groups", ids));
        }

        /** Further addresses or ranges that may be used behind the port. */
        public Wish addressPairs(List<String> ranges) {
            return with(fields.with(
                    "allowed_address_pairs",
                    ranges.stream().map(range -> Fields.of("ip_address", range)).toList()));
        }

        /** Off only without security groups and address pairs. */
        public Wish portSecurity(boolean on) {
            return with(fields.with("port_security_enabled", on));
        }

        /** {@code normal}, {@code direct} ... */
        public Wish vnicType(String type) {
            return with(fields.with("binding:vnic_type", type));
        }

        /** Needs the extension dns-integration. */
        public Wish dnsName(String name) {
            return with(fields.with("dns_name", name));
        }

        public Wish device(String id, String owner) {
            return with(fields.with("device_id", id).with("device_owner", owner));
        }
    }

    public String networkId() {
        return text("network_id");
    }

    public String mac() {
        return text("mac_address");
    }

    public List<FixedIp> fixedIps() {
        return json.path("fixed_ips").valueStream().map(FixedIp::of).toList();
    }

    public List<String> securityGroupIds() {
        return texts("security_groups");
    }

    /** Server, router or load balancer that uses it; empty for none. */
    public String deviceId() {
        return text("device_id");
    }

    /** For example {@code compute:nova} or {@code network:router_interface}. */
    public String deviceOwner() {
        return text("device_owner");
    }
}
