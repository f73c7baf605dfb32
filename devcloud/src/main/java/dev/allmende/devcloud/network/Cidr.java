package dev.allmende.devcloud.network;

import dev.allmende.devcloud.http.Refused;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** An IPv4 or IPv6 range, with just enough arithmetic to hand out addresses: hosts below 65,535. */
record Cidr(String text, byte[] address, int prefix) {
    private static final Pattern SHAPE = Pattern.compile("[0-9a-fA-F.:]+/\\d{1,3}");

    static Cidr of(String text) {
        if (!SHAPE.matcher(text).matches()) {
            throw bad(text);
        }
        String[] halves = text.split("/");
        try {
            byte[] address = InetAddress.getByName(halves[0]).getAddress();
            int prefix = Integer.parseInt(halves[1]);
            if (prefix > address.length * 8) {
                throw bad(text);
            }
            return new Cidr(text, address, prefix);
        } catch (UnknownHostException e) {
            throw bad(text);
        }
    }

    private static Refused bad(String text) {
        return new Refused(400, "InvalidInput", "Invalid input for operation: " + text + " is not in a CIDR format.");
    }

    String host(int number) {
        byte[] host = address.clone();
        int low = (host[host.length - 1] & 0xff) + ((host[host.length - 2] & 0xff) << 8) + number;
        host[host.length - 1] = (byte) low;
        host[host.length - 2] = (byte) (low >> 8);
        return text(host);
    }

    private static String text(byte[] address) {
        try {
            return InetAddress.getByAddress(address).getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address of " + address.length + " bytes", e);
        }
    }

    boolean holds(String ip) {
        return SHAPE.matcher(ip + "/0").matches() && overlaps(of(ip + (ip.contains(":") ? "/128" : "/32")));
    }

    /** The range with all host bits zero, as Neutron keeps it. */
    String normalized() {
        byte[] network = address.clone();
        for (int bit = prefix; bit < network.length * 8; bit++) {
            network[bit / 8] &= (byte) ~(0x80 >> bit % 8);
        }
        return text(network) + "/" + prefix;
    }

    /** The address that a card with this hardware address gives itself (modified EUI-64, RFC 4291 appendix A). */
    String automatic(String mac) {
        byte[] card = HexFormat.of().parseHex(mac.replace(":", ""));
        byte[] host = address.clone();
        byte[] tail = {(byte) (card[0] ^ 2), card[1], card[2], (byte) 0xff, (byte) 0xfe, card[3], card[4], card[5]};
        System.arraycopy(tail, 0, host, host.length - tail.length, tail.length);
        return text(host);
    }

    String last() {
        int bits = Math.min(16, address.length * 8 - prefix);
        return host((1 << bits) - 2);
    }

    boolean overlaps(Cidr other) {
        int shared = Math.min(prefix, other.prefix);
        for (int bit = 0; bit < shared; bit++) {
            int shift = 7 - bit % 8;
            if (address.length != other.address.length
                    || ((address[bit / 8] ^ other.address[bit / 8]) >> shift & 1) != 0) {
                return false;
            }
        }
        return true;
    }
}
