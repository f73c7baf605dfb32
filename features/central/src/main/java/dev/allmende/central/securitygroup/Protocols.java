package dev.allmende.central.securitygroup;

import dev.allmende.api.network.EtherType;
import java.util.Map;

/** Names of protocols that Neutron knows, and their numbers (IANA, Assigned Internet Protocol Numbers). */
final class Protocols {

    private static final String ICMP = "1";
    private static final String ICMP_OF_IPV6 = "58";

    private static final Map<String, String> NUMBERS = Map.ofEntries(
            Map.entry("ah", "51"),
            Map.entry("dccp", "33"),
            Map.entry("egp", "8"),
            Map.entry("esp", "50"),
            Map.entry("gre", "47"),
            Map.entry("icmp", ICMP),
            Map.entry("icmpv6", ICMP_OF_IPV6),
            Map.entry("igmp", "2"),
            Map.entry("ipip", "4"),
            Map.entry("ipv6-encap", "41"),
            Map.entry("ipv6-frag", "44"),
            Map.entry("ipv6-icmp", ICMP_OF_IPV6),
            Map.entry("ipv6-nonxt", "59"),
            Map.entry("ipv6-opts", "60"),
            Map.entry("ipv6-route", "43"),
            Map.entry("ospf", "89"),
            Map.entry("pgm", "113"),
            Map.entry("rsvp", "46"),
            Map.entry("sctp", "132"),
            Map.entry("tcp", "6"),
            Map.entry("udp", "17"),
            Map.entry("udplite", "136"),
            Map.entry("vrrp", "112"));

    private Protocols() {}

    /** The number of a protocol; what has none that we know stays as it is. ICMP is another one in IPv6. */
    static String number(String protocol, EtherType etherType) {
        var number = NUMBERS.getOrDefault(protocol, protocol);
        return number.equals(ICMP) && etherType == EtherType.IPV6 ? ICMP_OF_IPV6 : number;
    }

    static boolean isIcmp(String number) {
        return number.equals(ICMP) || number.equals(ICMP_OF_IPV6);
    }
}
