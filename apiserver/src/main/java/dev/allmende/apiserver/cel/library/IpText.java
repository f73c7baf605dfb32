package dev.allmende.apiserver.cel.library;

import dev.allmende.apiserver.schema.IpAddress;

/** Addresses in their canonical form (RFC 5952). */
final class IpText {

    private IpText() {}

    static String of(IpAddress address) {
        var bytes = address.bytes();
        if (bytes.length == 4) {
            return "%d.%d.%d.%d".formatted(bytes[0] & 255, bytes[1] & 255, bytes[2] & 255, bytes[3] & 255);
        }
        var groups = new int[8];
        for (int i = 0; i < 8; i++) {
            groups[i] = ((bytes[2 * i] & 255) << 8) | (bytes[2 * i + 1] & 255);
        }
        return v6(groups);
    }

    /** The longest run of zero groups, if of two or more, becomes {@code ::}; of equal ones the first. */
    private static String v6(int[] groups) {
        int gap = -1;
        int length = 1;
        for (int i = 0; i < 8; i++) {
            int end = i;
            while (end < 8 && groups[end] == 0) {
                end++;
            }
            if (end - i > length) {
                gap = i;
                length = end - i;
            }
        }
        var text = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            if (i == gap) {
                text.append("::");
                i += length - 1;
            } else {
                boolean first = text.isEmpty() || text.charAt(text.length() - 1) == ':';
                text.append(first ? "" : ":").append(Integer.toHexString(groups[i]));
            }
        }
        return text.toString();
    }
}
