package dev.allmende.openstack.transport;

import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Optional;

/** Reads a private key from PEM: PKCS#8 (RFC 5958), PKCS#1 (RFC 8017) and SEC1 (RFC 5915), unencrypted. */
public final class PemKey {

    private static final byte[] VERSION_0 = {2, 1, 0};
    /** AlgorithmIdentifier rsaEncryption with NULL. */
    private static final byte[] RSA = {
        0x30, 0x0d, 0x06, 0x09, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 0x01, 0x01, 0x01, 0x05, 0x00
    };
    /** OID ecPublicKey. */
    private static final byte[] EC = {0x06, 0x07, 0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 0x02, 0x01};

    private PemKey() {}

    /** @param algorithm of the certificate's key, for PKCS#8 blocks */
    public static Optional<PrivateKey> read(String pem, String algorithm) throws GeneralSecurityException {
        for (var der : Pem.blocks(pem, "PRIVATE KEY")) {
            return Optional.of(key(der, algorithm));
        }
        for (var der : Pem.blocks(pem, "RSA PRIVATE KEY")) {
            return Optional.of(key(wrap(RSA, der), "RSA"));
        }
        for (var der : Pem.blocks(pem, "EC PRIVATE KEY")) {
            return Optional.of(key(wrap(tagged(0x30, EC, curve(der)), der), "EC"));
        }
        return Optional.empty();
    }

    private static PrivateKey key(byte[] pkcs8, String algorithm) throws GeneralSecurityException {
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
    }

    private static byte[] wrap(byte[] algorithm, byte[] key) {
        return tagged(0x30, VERSION_0, algorithm, tagged(0x04, key));
    }

    /** The curve's OID from the optional field [0] of an ECPrivateKey. */
    private static byte[] curve(byte[] der) throws GeneralSecurityException {
        var at = content(der, 0);
        while (at < der.length) {
            var start = content(der, at);
            var length = length(der, at);
            if ((der[at] & 0xff) == 0xa0) {
                return java.util.Arrays.copyOfRange(der, start, start + length);
            }
            at = start + length;
        }
        throw new GeneralSecurityException("the EC private key does not name its curve");
    }

    /** Where the content of the DER value at this place begins. */
    private static int content(byte[] der, int at) {
        var first = der[at + 1] & 0xff;
        return at + 2 + (first < 0x80 ? 0 : first & 0x7f);
    }

    private static int length(byte[] der, int at) {
        var first = der[at + 1] & 0xff;
        if (first < 0x80) {
            return first;
        }
        var length = 0;
        for (var i = 0; i < (first & 0x7f); i++) {
            length = (length << 8) | (der[at + 2 + i] & 0xff);
        }
        return length;
    }

    private static byte[] tagged(int tag, byte[]... parts) {
        var content = new ByteArrayOutputStream();
        for (var part : parts) {
            content.writeBytes(part);
        }
        var whole = new ByteArrayOutputStream();
        whole.write(tag);
        var size = content.size();
        if (size >= 0x80) {
            var bytes = size > 0xffff ? 3 : size > 0xff ? 2 : 1;
            whole.write(0x80 | bytes);
            for (var i = bytes - 1; i >= 0; i--) {
                whole.write(size >> (8 * i));
            }
        } else {
            whole.write(size);
        }
        whole.writeBytes(content.toByteArray());
        return whole.toByteArray();
    }
}
