package dev.allmende.openstack.resource;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Addresses and ranges as texts. One address can be written in several ways (RFC 4291 section 2.2, RFC 5952), and services
 * show it in theirs.
 */
public final class Addresses {

    private static final Pattern SHAPE =
            Pattern.compile("((?:\\d{1,3}\\.){3}\\d{1,3}|[0-9A-Fa-f.]*:[0-9A-Fa-f:.]+)(?:/(\\d{1,3}))?");

    private Addresses() {}

    /**
     * One way to write it: the range's first address and its prefix, which for a single address is all bits.
     *
     * @return empty when it is neither address nor range
     */
    public static Optional<String> canonical(String text) {
        var shape = SHAPE.matcher(text);
        if (!shape.matches()) {
            return Optional.empty();
        }
        try {
            byte[] address = InetAddress.ofLiteral(shape.group(1)).getAddress();
            int bits = address.length * 8;
            int prefix = shape.group(2) == null ? bits : Integer.parseInt(shape.group(2));
            return prefix > bits ? Optional.empty() : Optional.of(first(address, prefix) + "/" + prefix);
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }

    /** Whether both mean the same; texts that are no addresses must be equal. */
    public static boolean same(String one, String other) {
        return one.equals(other)
                || canonical(one)
                        .flatMap(first -> canonical(other).filter(first::equals))
                        .isPresent();
    }

    /** Whether an address is one of a range. */
    public static boolean isWithin(String address, String range) {
        int slash = range.indexOf('/');
        return slash >= 0
                && canonical(range)
                        .flatMap(wanted ->
                                canonical(address + range.substring(slash)).filter(wanted::equals))
                        .isPresent();
    }

    private static String first(byte[] address, int prefix) {
        for (int bit = prefix; bit < address.length * 8; bit++) {
            address[bit / 8] &= (byte) ~(0x80 >> bit % 8);
        }
        try {
            return InetAddress.getByAddress(address).getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address of " + address.length + " bytes", e);
        }
    }
}
