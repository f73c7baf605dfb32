package dev.allmende.apiserver.schema;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An IP address from text, without asking anybody for names (RFC 4291, 2.2).
 *
 * @param bytes 4 or 16
 */
public record IpAddress(byte[] bytes) {

    /** @return null when the text is no address, has a zone, or an octet with leading zeros */
    public static @Nullable IpAddress parse(String text) {
        return parse(text, false);
    }

    /** As {@link #parse}, but takes leading zeros, as Kubernetes does for old objects. */
    static @Nullable IpAddress parseLeniently(String text) {
        return parse(text, true);
    }

    /** {@code address/bits}, with leading zeros in the address if need be. */
    static boolean isLenientCidr(String text) {
        int slash = text.indexOf('/');
        var address = slash < 0 ? null : parseLeniently(text.substring(0, slash));
        return address != null && bits(text.substring(slash + 1), address.bytes.length * 8) >= 0;
    }

    /** @return -1 when the text is no number from 0 to {@code most} */
    public static int bits(String text, int most) {
        if (text.isEmpty() || text.length() > 3 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return -1;
        }
        int bits = Integer.parseInt(text);
        boolean leadingZero = text.length() > 1 && text.charAt(0) == '0';
        return bits > most || leadingZero ? -1 : bits;
    }

    private static @Nullable IpAddress parse(String text, boolean leadingZeros) {
        var bytes = text.indexOf(':') >= 0 ? v6(text, leadingZeros) : v4(text, leadingZeros);
        return bytes == null ? null : new IpAddress(bytes);
    }

    private static byte @Nullable [] v4(String text, boolean leadingZeros) {
        var parts = text.split("\\.", -1);
        if (parts.length != 4) {
            return null;
        }
        var bytes = new byte[4];
        for (int i = 0; i < 4; i++) {
            int octet = octet(parts[i], leadingZeros);
            if (octet < 0) {
                return null;
            }
            bytes[i] = (byte) octet;
        }
        return bytes;
    }

    private static int octet(String text, boolean leadingZeros) {
        boolean digits = !text.isEmpty()
                && text.length() <= (leadingZeros ? 16 : 3)
                && text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!digits || (!leadingZeros && text.length() > 1 && text.charAt(0) == '0')) {
            return -1;
        }
        long value = Long.parseLong(text);
        return value > 255 ? -1 : (int) value;
    }

    private static byte @Nullable [] v6(String text, boolean leadingZeros) {
        int gap = text.indexOf("::");
        if (gap >= 0 && text.indexOf("::", gap + 1) >= 0) {
            return null;
        }
        if (gap < 0) {
            var all = groups(text, leadingZeros);
            return all != null && all.length == 16 ? all : null;
        }
        var head = gap == 0 ? new byte[0] : groups(text.substring(0, gap), leadingZeros);
        var tail = gap + 2 == text.length() ? new byte[0] : groups(text.substring(gap + 2), leadingZeros);
        if (head == null || tail == null || head.length + tail.length > 14) {
            return null;
        }
        var bytes = Arrays.copyOf(head, 16);
        System.arraycopy(tail, 0, bytes, 16 - tail.length, tail.length);
        return bytes;
    }

    /** Groups of four hexadecimal digits; the last may be an IPv4 address. */
    private static byte @Nullable [] groups(String text, boolean leadingZeros) {
        var parts = text.split(":", -1);
        var last = parts[parts.length - 1];
        var v4 = last.indexOf('.') >= 0 ? v4(last, leadingZeros) : null;
        int groups = v4 == null ? parts.length : parts.length - 1;
        if (groups > 8) {
            return null;
        }
        var bytes = new byte[groups * 2 + (v4 == null ? 0 : 4)];
        for (int i = 0; i < groups; i++) {
            if (parts[i].isEmpty() || parts[i].length() > 4 || !parts[i].chars().allMatch(IpAddress::isHex)) {
                return null;
            }
            int group = Integer.parseInt(parts[i], 16);
            bytes[2 * i] = (byte) (group >> 8);
            bytes[2 * i + 1] = (byte) group;
        }
        if (v4 != null) {
            System.arraycopy(v4, 0, bytes, groups * 2, 4);
        }
        return bytes;
    }

    private static boolean isHex(int c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof IpAddress address && Arrays.equals(bytes, address.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
