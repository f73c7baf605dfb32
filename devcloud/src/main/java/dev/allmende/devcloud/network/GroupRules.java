package dev.allmende.devcloud.network;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.devcloud.http.Refused;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What Neutron (Zed) makes of a rule that is asked for, and which two it takes for one. */
final class GroupRules {
    private static final int LAST_PORT = 65_535;
    private static final Map<String, String> NUMBERS = Map.of(
            "icmp", "1", "tcp", "6", "udp", "17", "ipv6-icmp", "58", "icmpv6", "58", "vrrp", "112", "sctp", "132");

    private GroupRules() {}

    static void sound(ObjectNode rule) {
        if (rule.hasNonNull("remote_ip_prefix") && rule.hasNonNull("remote_group_id")) {
            throw new Refused(
                    400,
                    "SecurityGroupMultipleRemoteEntites",
                    "Only one of remote_ip_prefix or remote_group_id or remote_address_group_id may be provided.");
        }
        if (rule.hasNonNull("port_range_min") && !rule.hasNonNull("protocol")) {
            throw new Refused(
                    400,
                    "SecurityGroupProtocolRequiredWithPorts",
                    "Must also specify protocol if port range is given.");
        }
        boolean ports =
                Set.of("tcp", "udp", "6", "17").contains(rule.path("protocol").asText());
        if (ports
                && rule.path("port_range_min").asInt()
                        > rule.path("port_range_max").asInt()) {
            throw new Refused(
                    400,
                    "SecurityGroupInvalidPortRange",
                    "For TCP/UDP protocols, port_range_min must be <= port_range_max");
        }
        String range = rule.path("remote_ip_prefix").asText("");
        if (range.contains(":") && !rule.path("ethertype").asText("IPv4").equals("IPv6")) {
            throw new Refused(
                    400,
                    "SecurityGroupRuleParameterConflict",
                    "Conflicting value ethertype IPv4 for CIDR " + range.toLowerCase(Locale.ROOT));
        }
    }

    /** All ports are none, ICMP has a name of its own in IPv6, names have small letters. */
    static void settle(ObjectNode row) {
        if (row.path("port_range_min").asInt() == 1
                && row.path("port_range_max").asInt() == LAST_PORT) {
            row.putNull("port_range_min").putNull("port_range_max");
        }
        if (row.hasNonNull("protocol")) {
            String protocol = row.path("protocol").asText().toLowerCase(Locale.ROOT);
            boolean renamed = row.path("ethertype").asText().equals("IPv6")
                    && Set.of("icmp", "icmpv6").contains(protocol);
            row.put("protocol", renamed ? "ipv6-icmp" : protocol);
        }
        if (row.hasNonNull("remote_ip_prefix")) {
            String range = row.path("remote_ip_prefix").asText().toLowerCase(Locale.ROOT);
            String whole = range.contains("/") ? range : range + (range.contains(":") ? "/128" : "/32");
            row.put("remote_ip_prefix", whole)
                    .put("normalized_cidr", Cidr.of(whole).normalized());
        }
    }

    /** A protocol is the same by name and by number, and the whole internet is the same as no range. */
    static boolean same(ObjectNode one, ObjectNode other) {
        return List.of("ethertype", "direction", "port_range_min", "port_range_max", "remote_group_id").stream()
                        .allMatch(field -> one.path(field).equals(other.path(field)))
                && number(one).equals(number(other))
                && range(one).equals(range(other));
    }

    private static String number(JsonNode rule) {
        String protocol = rule.path("protocol").asText("");
        return NUMBERS.getOrDefault(protocol, protocol);
    }

    private static String range(JsonNode rule) {
        String range = rule.path("remote_ip_prefix").asText("");
        return range.endsWith("/0") ? "" : range;
    }
}
