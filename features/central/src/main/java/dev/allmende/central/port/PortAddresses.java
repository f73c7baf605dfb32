package dev.allmende.central.port;

import dev.allmende.central.keep.Change;
import dev.allmende.openstack.network.FixedIp;
import dev.allmende.openstack.resource.Addresses;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The addresses that a port shall have and those that it has. In a subnet with SLAAC the cloud gives each port an address made
 * of its hardware address, whether somebody asked for one or not: that one is never too much. Pure.
 */
record PortAddresses(List<FixedIp> want, List<FixedIp> have, String mac) {

    List<Change> change(Runnable act) {
        return isSame() ? List.of() : List.of(Change.of("fixedIPs", told(want), told(have), act));
    }

    boolean isSame() {
        var left = new ArrayList<>(have);
        // who is content with any address must not take one that another insists on
        var choosy = Stream.concat(
                        want.stream().filter(each -> !each.address().isEmpty()),
                        want.stream().filter(each -> each.address().isEmpty()))
                .toList();
        for (var each : choosy) {
            var match = left.stream().filter(other -> fits(each, other)).findFirst();
            if (match.isEmpty()) {
                return false;
            }
            left.remove(match.get());
        }
        return left.stream().allMatch(this::isAutomatic);
    }

    private static boolean fits(FixedIp want, FixedIp have) {
        return (want.subnetId().isEmpty() || want.subnetId().equals(have.subnetId()))
                && (want.address().isEmpty() || Addresses.same(want.address(), have.address()));
    }

    /** Whether the address ends in the hardware address (modified EUI-64, RFC 4291 appendix A). */
    private boolean isAutomatic(FixedIp each) {
        if (!each.address().contains(":")) {
            return false;
        }
        var bytes =
                HexFormat.of().formatHex(InetAddress.ofLiteral(each.address()).getAddress());
        var plain = mac.replace(":", "");
        if (plain.length() != 12 || bytes.length() != 32) {
            return false;
        }
        int flipped = HexFormat.fromHexDigits(plain, 0, 2) ^ 2;
        return bytes.endsWith("%02x%sfffe%s".formatted(flipped, plain.substring(2, 6), plain.substring(6)));
    }

    private static String told(List<FixedIp> addresses) {
        return addresses.stream()
                .map(each -> Stream.of(each.address(), each.subnetId().isEmpty() ? "" : "subnet " + each.subnetId())
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining(" in ")))
                .collect(Collectors.joining(", ", "[", "]"));
    }
}
