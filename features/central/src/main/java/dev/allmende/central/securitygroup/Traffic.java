package dev.allmende.central.securitygroup;

import dev.allmende.api.network.Direction;
import dev.allmende.api.network.EtherType;
import dev.allmende.api.network.SecurityRule;
import dev.allmende.openstack.network.SecurityGroupRule;
import dev.allmende.openstack.resource.Addresses;
import java.util.Optional;

/**
 * Packets that a rule lets through. Two rules with the same traffic are one to the cloud, however they are written: a
 * protocol has a number and names, all ports are no ports, and the whole internet is no range (seen in Neutron, Zed).
 *
 * @param protocol its number, or a word that we do not know; empty for any
 * @param remote a range, or the identifier of a group; empty for any
 */
record Traffic(
        Direction direction,
        EtherType etherType,
        String protocol,
        Optional<Integer> first,
        Optional<Integer> last,
        String remote) {

    private static final int LAST_PORT = 65_535;

    Traffic {
        if (first.equals(Optional.of(1)) && last.equals(Optional.of(LAST_PORT))) {
            first = Optional.empty();
            last = Optional.empty();
        }
    }

    static Traffic all(Direction direction, EtherType etherType) {
        return new Traffic(direction, etherType, "", Optional.empty(), Optional.empty(), "");
    }

    /** @param group identifier of its remote group; empty for none */
    static Traffic of(SecurityRule rule, String group) {
        var range = rule.remoteCIDR() == null ? "" : rule.remoteCIDR();
        var etherType = rule.etherType();
        if (etherType == null) {
            etherType = range.contains(":") ? EtherType.IPV6 : EtherType.IPV4;
        }
        var protocol = Protocols.number(rule.protocol() == null ? "" : rule.protocol(), etherType);
        var first = Optional.ofNullable(rule.portMin());
        var last = Optional.ofNullable(rule.portMax());
        return new Traffic(
                rule.direction(),
                etherType,
                protocol,
                first,
                last.isEmpty() && !Protocols.isIcmp(protocol) ? first : last,
                group.isEmpty() ? range(range) : group);
    }

    static Traffic of(SecurityGroupRule rule) {
        var etherType = rule.etherType().equals("IPv6") ? EtherType.IPV6 : EtherType.IPV4;
        return new Traffic(
                rule.direction().equals("egress") ? Direction.EGRESS : Direction.INGRESS,
                etherType,
                Protocols.number(rule.protocol(), etherType),
                rule.firstPort(),
                rule.lastPort(),
                rule.remoteGroupId().isEmpty() ? range(rule.remoteCidr()) : rule.remoteGroupId());
    }

    private static String range(String range) {
        var canonical = Addresses.canonical(range).orElse(range);
        return canonical.endsWith("/0") ? "" : canonical;
    }

    @Override
    public String toString() {
        var text = new StringBuilder()
                .append(direction == Direction.INGRESS ? "ingress" : "egress")
                .append(etherType == EtherType.IPV4 ? " IPv4" : " IPv6");
        if (!protocol.isEmpty()) {
            text.append(" protocol ").append(protocol);
        }
        first.ifPresent(port -> text.append(" ").append(port));
        last.ifPresent(port -> text.append("-").append(port));
        if (!remote.isEmpty()) {
            text.append(direction == Direction.INGRESS ? " from " : " to ").append(remote);
        }
        return text.toString();
    }
}
