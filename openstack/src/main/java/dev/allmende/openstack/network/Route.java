package dev.allmende.openstack.network;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.openstack.resource.Addresses;
import dev.allmende.openstack.resource.Fields;

/** Packets to a range go to an address. */
public record Route(String cidr, String nextHop) {

    static Route of(JsonNode route) {
        return new Route(
                route.path("destination").asText(), route.path("nexthop").asText());
    }

    /** Whether it sends the same to the same, however that is written. */
    public boolean sameAs(Route other) {
        return Addresses.same(cidr, other.cidr) && Addresses.same(nextHop, other.nextHop);
    }

    Fields fields() {
        return Fields.of("destination", cidr).with("nexthop", nextHop);
    }
}
