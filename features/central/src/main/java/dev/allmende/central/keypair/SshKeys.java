package dev.allmende.central.keypair;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;

/**
 * A pair of Ed25519 keys as OpenSSH writes them. Sources: RFC 8709 (public key), OpenSSH's PROTOCOL.key (private key, here
 * without a passphrase).
 *
 * @param publicKey one line, without its end
 * @param privateKey PEM
 */
record SshKeys(String publicKey, String privateKey) {

    private static final String TYPE = "ssh-ed25519";
    private static final int KEY_BYTES = 32;
    private static final int BLOCK = 8;
    private static final int LINE = 70;

    static SshKeys generate(SecureRandom random, String comment) {
        try {
            var generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(NamedParameterSpec.ED25519, random);
            var pair = generator.generateKeyPair();
            var seed = ((EdECPrivateKey) pair.getPrivate()).getBytes().orElseThrow();
            // RFC 8410: the key is the end of its X.509 form
            var encoded = pair.getPublic().getEncoded();
            var point = Arrays.copyOfRange(encoded, encoded.length - KEY_BYTES, encoded.length);
            return of(seed, point, random.nextInt(), comment);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK lacks Ed25519", e);
        }
    }

    private static SshKeys of(byte[] seed, byte[] point, int check, String comment) {
        var blob = new Writing().text(TYPE).bytes(point).done();
        var secret = new Writing()
                .number(check)
                .number(check)
                .text(TYPE)
                .bytes(point)
                .bytes(joined(seed, point))
                .text(comment)
                .padded()
                .done();
        var file = new Writing()
                .raw("openssh-key-v1\0".getBytes(StandardCharsets.US_ASCII))
                .text("none")
                .text("none")
                .text("")
                .number(1)
                .bytes(blob)
                .bytes(secret)
                .done();
        var pem = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(file);
        return new SshKeys(
                "%s %s %s".formatted(TYPE, Base64.getEncoder().encodeToString(blob), comment),
                "-----BEGIN OPENSSH PRIVATE KEY-----\n%s\n-----END OPENSSH PRIVATE KEY-----\n".formatted(pem));
    }

    private static byte[] joined(byte[] one, byte[] other) {
        return ByteBuffer.allocate(one.length + other.length)
                .put(one)
                .put(other)
                .array();
    }

    /** The private key stays out of logs. */
    @Override
    public String toString() {
        return "SshKeys[" + publicKey + "]";
    }

    /** SSH's data types (RFC 4251, section 5). */
    private static final class Writing {

        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Writing raw(byte[] bytes) {
            out.writeBytes(bytes);
            return this;
        }

        Writing number(int value) {
            return raw(ByteBuffer.allocate(Integer.BYTES).putInt(value).array());
        }

        Writing bytes(byte[] bytes) {
            return number(bytes.length).raw(bytes);
        }

        Writing text(String text) {
            return bytes(text.getBytes(StandardCharsets.UTF_8));
        }

        /** 1, 2, 3 ... up to a whole block. */
        Writing padded() {
            for (int next = 1; out.size() % BLOCK != 0; next++) {
                out.write(next);
            }
            return this;
        }

        byte[] done() {
            return out.toByteArray();
        }
    }
}
