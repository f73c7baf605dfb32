package dev.allmende.status.notice;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/**
 * Where messages may go by HTTP: to public addresses, and where the operator allows it. Who may write a Subscription shall
 * not reach what only this machine can (SSRF).
 *
 * @param allowed ranges beyond
 */
public record Networks(List<Range> allowed) {

    /** Variable of the environment with ranges that are allowed, such as {@code 10.0.0.0/8,fd00::/8}. */
    public static final String VARIABLE = "ALLMENDE_STATUS_NETWORKS";

    public static final Networks PUBLIC = new Networks(List.of());

    /** Not to be reached: IANA's registries of special-purpose addresses (RFC 6890), and what carries IPv4 in IPv6. */
    private static final List<Range> SPECIAL = Range.all(
            "0.0.0.0/8,10.0.0.0/8,100.64.0.0/10,127.0.0.0/8,169.254.0.0/16,172.16.0.0/12,192.0.0.0/24,192.168.0.0/16,"
                    + "198.18.0.0/15,224.0.0.0/3,::/96,64:ff9b::/96,64:ff9b:1::/48,2002::/16,2001::/32,fc00::/7,"
                    + "fe80::/10,fec0::/10,ff00::/8");

    public Networks {
        allowed = List.copyOf(allowed);
    }

    /** @param ranges separated by commas; empty for none */
    public static Networks and(String ranges) {
        return new Networks(Range.all(ranges));
    }

    public boolean has(InetAddress address) {
        return allowed.stream().anyMatch(range -> range.has(address))
                || SPECIAL.stream().noneMatch(range -> range.has(address));
    }

    /** Addresses that begin with the same bits. */
    record Range(InetAddress first, int bits) {

        static List<Range> all(String texts) {
            return Arrays.stream(texts.split(",", -1))
                    .map(String::strip)
                    .filter(text -> !text.isEmpty())
                    .map(Range::of)
                    .toList();
        }

        private static Range of(String text) {
            var parts = text.split("/", 2);
            try {
                var first = literal(parts[0]);
                int bits = parts.length < 2 ? first.getAddress().length * 8 : Integer.parseInt(parts[1]);
                return new Range(first, bits);
            } catch (UnknownHostException | NumberFormatException e) {
                throw new IllegalArgumentException(
                        "%s: no range of addresses, such as 10.0.0.0/8: %s".formatted(VARIABLE, text), e);
            }
        }

        private static InetAddress literal(String text) throws UnknownHostException {
            if (!text.matches("[0-9a-fA-F.:]+") || !text.matches(".*[.:].*")) {
                throw new UnknownHostException(text);
            }
            return InetAddress.getByName(text);
        }

        boolean has(InetAddress address) {
            var mine = first.getAddress();
            var other = address.getAddress();
            if (mine.length != other.length || address instanceof Inet4Address != first instanceof Inet4Address) {
                return false;
            }
            for (int i = 0; i < bits; i++) {
                int mask = 0x80 >> (i % 8);
                if ((mine[i / 8] & mask) != (other[i / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
