package dev.allmende.openstack.network;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.openstack.resource.Fields;
import dev.allmende.openstack.resource.Resource;
import dev.allmende.openstack.resource.Wanted;
import java.util.List;

/** A range of addresses in a network. */
public record Subnet(JsonNode json) implements Resource {

    /** What a subnet can be asked to be. */
    public record Wish(Fields fields) implements Wanted<Wish> {

        public Wish() {
            this(Fields.NONE);
        }

        @Override
        public Wish with(Fields fields) {
            return new Wish(fields);
        }

        /** Only at creation, as the range and the versions. */
        public Wish network(String id) {
            return with(fields.with("network_id", id));
        }

        public Wish cidr(String range) {
            return with(fields.with("cidr", range).with("ip_version", range.contains(":") ? 6 : 4));
        }

        public Wish gateway(String address) {
            return with(fields.with("gateway_ip", address));
        }

        public Wish noGateway() {
            return with(fields.cleared("gateway_ip"));
        }

        public Wish dns(List<String> servers) {
            return with(fields.texts("dns_nameservers", servers));
        }

        public Wish dhcp(boolean on) {
            return with(fields.with("enable_dhcp", on));
        }

        public Wish pools(List<Range> ranges) {
            return with(fields.with(
                    "allocation_pools", ranges.stream().map(Range::fields).toList()));
        }

        public Wish routes(List<Route> routes) {
            return with(fields.with(
                    "host_routes", routes.stream().map(Route::fields).toList()));
        }

        /** Only at creation; {@code slaac}, {@code dhcpv6-stateful} or {@code dhcpv6-stateless}. */
        public Wish addressMode(String mode) {
            return with(fields.with("ipv6_address_mode", mode));
        }

        /** Only at creation; what the router advertises, in the same words. */
        public Wish advertisements(String mode) {
            return with(fields.with("ipv6_ra_mode", mode));
        }
    }

    public String networkId() {
        return text("network_id");
    }

    public String cidr() {
        return text("cidr");
    }

    /** Empty for none. */
    public String gateway() {
        return text("gateway_ip");
    }

    public List<Range> pools() {
        return json.path("allocation_pools").valueStream().map(Range::of).toList();
    }
}
