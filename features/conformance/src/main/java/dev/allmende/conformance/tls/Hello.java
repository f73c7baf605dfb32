package dev.allmende.conformance.tls;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The first message of a TLS client up to version 1.2, and a look at the server's answer. Written by hand because Java
 * refuses to offer what must be refused: old versions and weak cipher suites.
 *
 * <p>Source: RFC 5246, sections 6.2.1 and 7.4.1; RFC 6066, section 3; RFC 8422, section 5.1.
 *
 * @param version 0x0301 for TLS 1.0 to 0x0303 for TLS 1.2
 * @param suites to offer, none else
 */
record Hello(int version, List<Suite> suites) {

    private static final int HANDSHAKE = 22;
    private static final int SERVER_HELLO = 2;
    private static final int LONGEST_RECORD = (1 << 14) + 2048;

    Hello {
        suites = List.copyOf(suites);
    }

    /** What the server settled on. */
    record Settled(int version, int suite) {}

    byte[] bytes(String host, RandomGenerator random) throws IOException {
        var body = new ByteArrayOutputStream();
        var out = new DataOutputStream(body);
        out.writeShort(version);
        var nonce = new byte[32];
        random.nextBytes(nonce);
        out.write(nonce);
        out.writeByte(0);
        out.writeShort(suites.size() * 2);
        for (var suite : suites) {
            out.writeShort(suite.code());
        }
        out.writeByte(1);
        out.writeByte(0);
        var extensions = extensions(host);
        out.writeShort(extensions.length);
        out.write(extensions);
        return record(body.toByteArray());
    }

    private byte[] record(byte[] body) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeByte(HANDSHAKE);
        out.writeShort(Math.min(version, 0x0301));
        out.writeShort(body.length + 4);
        out.writeInt((1 << 24) | body.length);
        out.write(body);
        return bytes.toByteArray();
    }

    /** Server name, curves, point formats; signature algorithms from 1.2 on, SHA-1 among them for old servers. */
    private byte[] extensions(String host) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        if (!host.matches("[0-9.]+|.*:.*")) {
            var name = host.getBytes(StandardCharsets.US_ASCII);
            out.writeShort(0);
            out.writeShort(name.length + 5);
            out.writeShort(name.length + 3);
            out.writeByte(0);
            out.writeShort(name.length);
            out.write(name);
        }
        shorts(out, 10, 29, 23, 24, 25);
        out.writeShort(11);
        out.writeShort(2);
        out.writeShort(0x0100);
        if (version >= 0x0303) {
            shorts(out, 13, 0x0403, 0x0503, 0x0603, 0x0804, 0x0805, 0x0806, 0x0401, 0x0501, 0x0601, 0x0203, 0x0201);
        }
        return bytes.toByteArray();
    }

    private static void shorts(DataOutputStream out, int extension, int... values) throws IOException {
        out.writeShort(extension);
        out.writeShort(values.length * 2 + 2);
        out.writeShort(values.length * 2);
        for (int value : values) {
            out.writeShort(value);
        }
    }

    /**
     * What the server settled on; empty when it refused, by an alert or by hanging up.
     *
     * @throws IOException when it answers something that is no TLS
     */
    static Optional<Settled> answer(InputStream from) throws IOException {
        var in = new DataInputStream(from);
        try {
            int type = in.readUnsignedByte();
            in.readUnsignedShort();
            int length = in.readUnsignedShort();
            if (type != HANDSHAKE) {
                return Optional.empty();
            }
            if (length < 42 || length > LONGEST_RECORD || in.readUnsignedByte() != SERVER_HELLO) {
                throw new IOException("the answer to a TLS hello makes no sense");
            }
            in.skipNBytes(3);
            int version = in.readUnsignedShort();
            in.skipNBytes(32);
            in.skipNBytes(in.readUnsignedByte());
            return Optional.of(new Settled(version, in.readUnsignedShort()));
        } catch (EOFException hungUp) {
            return Optional.empty();
        }
    }
}
