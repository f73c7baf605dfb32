package dev.allmende.apiserver.protobuf;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes protobuf for tests. */
final class Encoded {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    static byte[] body(String apiVersion, String kind, Encoded raw) {
        return new Encoded()
                .raw(new byte[] {'k', '8', 's', 0})
                .message(1, new Encoded().text(1, apiVersion).text(2, kind))
                .message(2, raw)
                .bytes();
    }

    Encoded number(int field, long value) {
        varint((long) field << 3);
        varint(value);
        return this;
    }

    Encoded text(int field, String value) {
        return part(field, value.getBytes(StandardCharsets.UTF_8));
    }

    Encoded message(int field, Encoded message) {
        return part(field, message.bytes());
    }

    Encoded part(int field, byte[] value) {
        varint((long) field << 3 | 2);
        varint(value.length);
        return raw(value);
    }

    Encoded fixed64(int field, double value) {
        varint((long) field << 3 | 1);
        long bits = Double.doubleToLongBits(value);
        for (int i = 0; i < 8; i++) {
            out.write((int) (bits >>> (8 * i)));
        }
        return this;
    }

    Encoded raw(byte... value) {
        out.writeBytes(value);
        return this;
    }

    private void varint(long value) {
        long left = value;
        while ((left & ~0x7FL) != 0) {
            out.write((int) ((left & 0x7F) | 0x80));
            left >>>= 7;
        }
        out.write((int) left);
    }

    byte[] bytes() {
        return out.toByteArray();
    }
}
