package dev.allmende.apiserver.openapi;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Writes one protobuf message, field by field (protobuf.dev, "Encoding"). Empty text and false are left out, as in proto3. */
final class ProtobufWriter {

    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int BYTES = 2;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    void text(int field, String text) {
        if (!text.isEmpty()) {
            item(field, text);
        }
    }

    /** An item of a repeated field: written even when it is empty. */
    void item(int field, String text) {
        bytes(field, text.getBytes(StandardCharsets.UTF_8));
    }

    void flag(int field, boolean value) {
        if (value) {
            tag(field, VARINT);
            varint(1);
        }
    }

    void number(int field, long value) {
        tag(field, VARINT);
        varint(value);
    }

    void real(int field, double value) {
        tag(field, FIXED64);
        long bits = Double.doubleToLongBits(value);
        for (int shift = 0; shift < 64; shift += 8) {
            out.write((int) (bits >>> shift));
        }
    }

    void message(int field, Consumer<ProtobufWriter> content) {
        var inner = new ProtobufWriter();
        content.accept(inner);
        bytes(field, inner.toBytes());
    }

    byte[] toBytes() {
        return out.toByteArray();
    }

    private void bytes(int field, byte[] content) {
        tag(field, BYTES);
        varint(content.length);
        out.writeBytes(content);
    }

    private void tag(int field, int type) {
        varint(((long) field << 3) | type);
    }

    private void varint(long value) {
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            out.write((int) ((rest & 0x7f) | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }
}
