package dev.allmende.apiserver.registry;

import java.util.Arrays;

/** Looking at JSON without parsing it. */
final class Bytes {

    private Bytes() {}

    static boolean begin(byte[] text, byte[] start) {
        return text.length >= start.length && Arrays.equals(text, 0, start.length, start, 0, start.length);
    }
}
