package dev.allmende.apiserver.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.KeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** Keys and certificates as text (RFC 7468). Private keys are unencrypted PKCS #8: the file's mode guards them. */
public final class Pem {

    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\\s]*)-----END \\1-----");
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private Pem() {}

    /** One block of a text. */
    public record Block(String label, byte[] content) {

        public PrivateKey privateKey() throws GeneralSecurityException {
            return anyKind(new PKCS8EncodedKeySpec(content), KeyFactory::generatePrivate);
        }

        public PublicKey publicKey() throws GeneralSecurityException {
            return anyKind(new X509EncodedKeySpec(content), KeyFactory::generatePublic);
        }

        X509Certificate certificate() throws GeneralSecurityException {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(content));
        }

        private interface Reading<K> {
            K read(KeyFactory factory, KeySpec spec) throws InvalidKeySpecException;
        }

        private static <K extends Key> K anyKind(KeySpec spec, Reading<K> reading) throws GeneralSecurityException {
            try {
                return reading.read(KeyFactory.getInstance("EC"), spec);
            } catch (InvalidKeySpecException notElliptic) {
                return reading.read(KeyFactory.getInstance("RSA"), spec);
            }
        }
    }

    /** All blocks of a file; what stands between them is passed over. */
    public static List<Block> read(Path file) throws IOException {
        var blocks = new ArrayList<Block>();
        var found = BLOCK.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
        while (found.find()) {
            try {
                blocks.add(new Block(found.group(1), Base64.getMimeDecoder().decode(found.group(2))));
            } catch (IllegalArgumentException e) {
                throw new IOException("%s: the %s is no base64".formatted(file, found.group(1)), e);
            }
        }
        return blocks;
    }

    /** The certificates in a file. @throws IOException also when there is none */
    public static List<X509Certificate> certificates(Path file) throws IOException {
        var certificates = new ArrayList<X509Certificate>();
        try {
            for (var block : read(file)) {
                if (block.label().equals("CERTIFICATE")) {
                    certificates.add(block.certificate());
                }
            }
        } catch (GeneralSecurityException e) {
            throw new IOException("%s: a certificate in it cannot be read: %s".formatted(file, e.getMessage()), e);
        }
        if (certificates.isEmpty()) {
            throw new IOException("%s: expected a CERTIFICATE in PEM".formatted(file));
        }
        return certificates;
    }

    /** The private key in a file. */
    public static PrivateKey privateKey(Path file) throws IOException {
        try {
            for (var block : read(file)) {
                if (block.label().equals("PRIVATE KEY")) {
                    return block.privateKey();
                }
            }
        } catch (GeneralSecurityException e) {
            throw new IOException("%s: the key in it is neither EC nor RSA: %s".formatted(file, e.getMessage()), e);
        }
        throw new IOException("%s: expected a PRIVATE KEY in PEM (PKCS #8)".formatted(file));
    }

    public static String text(X509Certificate certificate) {
        try {
            return block("CERTIFICATE", certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String text(PrivateKey key) {
        return block("PRIVATE KEY", key.getEncoded());
    }

    public static String text(PublicKey key) {
        return block("PUBLIC KEY", key.getEncoded());
    }

    private static String block(String label, byte[] content) {
        return "-----BEGIN %s-----\n%s\n-----END %1$s-----\n".formatted(label, LINES.encodeToString(content));
    }

    /** Writes a file that only its owner may read (0600), whole or not at all; also its folder (0700) when absent. */
    public static void writeSecret(Path file, String text) throws IOException {
        write(file, text, "rw-------");
    }

    static void writePublic(Path file, String text) throws IOException {
        write(file, text, "rw-r--r--");
    }

    private static void write(Path file, String text, String mode) throws IOException {
        var folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IOException(file + ": is no file name");
        }
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        var attribute = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode));
        var temporary = folder.resolve(
                "." + file.getFileName() + "." + ProcessHandle.current().pid() + ".new");
        Files.deleteIfExists(temporary);
        try {
            Files.createFile(temporary, attribute);
            Files.writeString(temporary, text);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
