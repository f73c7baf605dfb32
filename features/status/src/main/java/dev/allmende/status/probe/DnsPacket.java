package dev.allmende.status.probe;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** As much of RFC 1035 as it takes to ask a server for the addresses of a name. Pure. */
final class DnsPacket {

    static final int A = 1;
    static final int AAAA = 28;

    private static final int RECURSION_DESIRED = 0x0100;
    private static final int INTERNET = 1;
    private static final int NO_SUCH_NAME = 3;
    private static final int LONGEST_LABEL = 63;

    private DnsPacket() {}

    static byte[] question(int id, String name, int type) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeShort(id);
            out.writeShort(RECURSION_DESIRED);
            out.writeShort(1);
            out.write(new byte[6]);
            for (var label : name.split("\\.")) {
                var text = label.getBytes(StandardCharsets.US_ASCII);
                if (text.length == 0 || text.length > LONGEST_LABEL) {
                    throw new IllegalArgumentException("no name: " + name);
                }
                out.writeByte(text.length);
                out.write(text);
            }
            out.writeByte(0);
            out.writeShort(type);
            out.writeShort(INTERNET);
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return bytes.toByteArray();
    }

    /** @return addresses of the type; none when the name has none */
    static List<String> addresses(byte[] packet, int id, int type) throws Trouble, IOException {
        var in = new DataInputStream(new ByteArrayInputStream(packet));
        if (in.readUnsignedShort() != id) {
            throw new Trouble(Failing.BODY, "the server answered another question");
        }
        int code = in.readUnsignedShort() & 0xf;
        if (code != 0) {
            throw new Trouble(
                    Failing.DNS,
                    code == NO_SUCH_NAME ? "the name is not known" : "the server answered with code " + code);
        }
        int questions = in.readUnsignedShort();
        int answers = in.readUnsignedShort();
        in.skipNBytes(4);
        for (int i = 0; i < questions; i++) {
            skipName(in);
            in.skipNBytes(4);
        }
        var found = new ArrayList<String>();
        for (int i = 0; i < answers; i++) {
            skipName(in);
            int kind = in.readUnsignedShort();
            in.skipNBytes(6);
            var data = in.readNBytes(in.readUnsignedShort());
            if (kind == type && (data.length == 4 || data.length == 16)) {
                found.add(InetAddress.getByAddress(data).getHostAddress());
            }
        }
        return found;
    }

    /** A name ends with an empty label, or with a pointer to where it goes on. */
    private static void skipName(DataInputStream in) throws IOException {
        for (int length = in.readUnsignedByte(); length != 0; length = in.readUnsignedByte()) {
            if (length > LONGEST_LABEL) {
                in.skipNBytes(1);
                return;
            }
            in.skipNBytes(length);
        }
    }
}
