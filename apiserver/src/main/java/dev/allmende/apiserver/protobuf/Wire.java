package dev.allmende.apiserver.protobuf;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads the protobuf wire format (protobuf.dev, Encoding) from a part of a byte array. */
final class Wire {

    static final int VARINT = 0;
    static final int FIXED64 = 1;
    static final int BYTES = 2;
    static final int FIXED32 = 5;

    private final byte[] bytes;
    private final int end;
    private int at;

    Wire(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.at = start;
        this.end = end;
    }

    boolean more() {
        return at < end;
    }

    /** Field number and wire type, as on the wire: {@code number << 3 | type}. */
    int tag() {
        long tag = varint();
        if (tag < 8 || tag > 0xFFFF_FFFFL) {
            throw new Malformed("no field number at byte " + at);
        }
        return (int) tag;
    }

    long varint() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            if (at >= end) {
                throw new Malformed("a number is cut off at byte " + at);
            }
            byte next = bytes[at++];
            value |= (long) (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new Malformed("a number is longer than 10 bytes at byte " + at);
    }

    double fixed64() {
        advance(Long.BYTES);
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getDouble(at - Long.BYTES);
    }

    /** The length-delimited value that comes next. */
    Wire part() {
        long length = varint();
        if (length < 0 || length > end - at) {
            throw new Malformed("%d bytes announced at byte %d, %d are there".formatted(length, at, end - at));
        }
        advance((int) length);
        return new Wire(bytes, at - (int) length, at);
    }

    void skip(int wireType) {
        switch (wireType) {
            case VARINT -> varint();
            case FIXED64 -> advance(Long.BYTES);
            case BYTES -> part();
            case FIXED32 -> advance(Integer.BYTES);
            default -> throw new Malformed("unknown wire type %d at byte %d".formatted(wireType, at));
        }
    }

    /** All that is left. */
    byte[] rest() {
        return Arrays.copyOfRange(bytes, at, end);
    }

    String text() {
        return new String(bytes, at, end - at, StandardCharsets.UTF_8);
    }

    private void advance(int count) {
        if (count > end - at) {
            throw new Malformed("the message is cut off at byte " + end);
        }
        at += count;
    }

    /** Bytes that are no message; the text says where. */
    static final class Malformed extends RuntimeException {
        Malformed(String message) {
            super(message, null, false, false);
        }
    }
}
