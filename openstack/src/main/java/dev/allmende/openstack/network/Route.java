package dev.allmende.openstack.network;

import dev.allmende.openstack.resource.Fields;

/** Packets to a range go to an address. */
public record Route(String cidr, String nextHop) {

    Fields fields() {
        return Fields.of("destination", cidr).with("nexthop", nextHop);
    }
}
