package dev.allmende.api.network;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How ports of a subnet get their addresses of IPv6, in OpenStack's words. */
public enum IPv6Mode {
    /** Each makes its own, of its hardware address (RFC 4862). */
    @JsonProperty("slaac")
    SLAAC("slaac"),

    /** By DHCP (RFC 8415). */
    @JsonProperty("dhcpv6-stateful")
    STATEFUL("dhcpv6-stateful"),

    /** The address as with SLAAC, everything else by DHCP. */
    @JsonProperty("dhcpv6-stateless")
    STATELESS("dhcpv6-stateless");

    private final String word;

    IPv6Mode(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
