package dev.allmende.apiserver.cel.library;

import dev.allmende.apiserver.schema.IpAddress;
import java.util.Optional;

/** An address with the length of its network's prefix, such as {@code 10.0.0.0/8}. */
record Network(IpAddress address, int bits) {

    static Optional<Network> parse(String text) {
        int slash = text.lastIndexOf('/');
        var address = slash < 0 ? null : IpAddress.parse(text.substring(0, slash));
        if (address == null) {
            return Optional.empty();
        }
        int bits = IpAddress.bits(text.substring(slash + 1), address.bytes().length * 8);
        return bits < 0 ? Optional.empty() : Optional.of(new Network(address, bits));
    }

    Network masked() {
        var masked = address.bytes().clone();
        for (int bit = bits; bit < masked.length * 8; bit++) {
            masked[bit / 8] &= (byte) ~(0x80 >> bit % 8);
        }
        return new Network(new IpAddress(masked), bits);
    }

    boolean contains(IpAddress other) {
        return other.bytes().length == address.bytes().length
                && new Network(other, bits).masked().address.equals(masked().address);
    }

    boolean contains(Network other) {
        return other.bits >= bits && contains(other.address);
    }

    @Override
    public String toString() {
        return IpText.of(address) + "/" + bits;
    }
}
