package dev.allmende.apiserver.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The server's own certificate authority: {@code ca.crt} and {@code ca.key} in a folder, made at the first start. Beside
 * them lie the certificates that it has issued and that are kept from start to start.
 *
 * <p>Elliptic curve P-256, but RSA for clients, some of which read nothing else. A later start that has nothing to make reads with what the JDK has.
 */
public final class CertificateAuthority {

    private static final String NAME = "ca";
    private static final String SUBJECT_KEY = "2.5.29.14";
    private static final String AUTHORITY_KEY = "2.5.29.35";
    private static final int KEY_IDENTIFIER = 20;
    private static final Duration AUTHORITY_LIFE = Duration.ofDays(3650);

    /** No longer than what clients of private authorities take at most (825 days). */
    private static final Duration LIFE = Duration.ofDays(820);

    /** A start with less than this left makes a new certificate: a process may then run for as long. */
    private static final Duration LEAST_LEFT = Duration.ofDays(365);

    private final Path folder;
    private final X509Certificate certificate;
    private final InstantSource clock;
    private final SecureRandom random;

    private CertificateAuthority(Path folder, X509Certificate certificate, InstantSource clock, SecureRandom random) {
        this.folder = folder;
        this.certificate = certificate;
        this.clock = clock;
        this.random = random;
    }

    /**
     * Opens the authority in a folder, or makes it there.
     *
     * @throws IOException naming the file, also when the authority has expired: everybody who trusts it must then be told
     *     of a new one, which nothing should do by itself
     */
    public static CertificateAuthority open(Path folder, InstantSource clock, SecureRandom random) throws IOException {
        var file = folder.resolve(NAME + ".crt");
        if (!Files.exists(file)) {
            new CertificateMaker(clock.instant(), random)
                    .authority("allmende-ca", AUTHORITY_LIFE)
                    .write(folder, NAME);
        }
        var certificate = Pem.certificates(file).getFirst();
        if (!lasts(certificate, clock, Duration.ZERO)) {
            throw new IOException(("%s: this certificate authority has expired; move the folder away and start again, "
                            + "then hand out the new kubeconfig")
                    .formatted(file));
        }
        return new CertificateAuthority(folder, certificate, clock, random);
    }

    public X509Certificate certificate() {
        return certificate;
    }

    /** For {@code certificate-authority-data} and the like. */
    public String pem() {
        return Pem.text(certificate);
    }

    /**
     * The identity kept under a name ({@code NAME.crt}, {@code NAME.key}), made or made again when it is absent, broken,
     * says something else, is of another authority, or has less than a year to live.
     */
    public Identity kept(String name, Wanted wanted) throws IOException {
        if (Identity.exists(folder, name)) {
            try {
                var identity = Identity.read(folder, name);
                if (fits(identity, wanted)) {
                    return identity;
                }
            } catch (IOException broken) {
                // made again below
            }
        }
        var made = issue(wanted);
        made.write(folder, name);
        return made;
    }

    /** A new identity, kept nowhere. */
    public Identity issue(Wanted wanted) throws IOException {
        return new CertificateMaker(clock.instant(), random).issue(wanted, Identity.read(folder, NAME), LIFE);
    }

    private boolean fits(Identity identity, Wanted wanted) {
        var own = identity.certificate();
        return lasts(own, clock, LEAST_LEFT) && wanted.saidBy(own) && isFromHere(own);
    }

    /**
     * Whether this authority's key has signed it, by the key's identifier. The folder is ours alone, so there is no need to
     * check the signature, which would cost a start more than all the rest.
     */
    private boolean isFromHere(X509Certificate own) {
        var signer = tail(own.getExtensionValue(AUTHORITY_KEY));
        return signer.length == KEY_IDENTIFIER
                && Arrays.equals(signer, tail(certificate.getExtensionValue(SUBJECT_KEY)));
    }

    /** The identifier itself stands at the end of both extensions (RFC 5280, 4.2.1.1 and 4.2.1.2). */
    private static byte[] tail(byte @Nullable [] extension) {
        return extension == null || extension.length < KEY_IDENTIFIER
                ? new byte[0]
                : Arrays.copyOfRange(extension, extension.length - KEY_IDENTIFIER, extension.length);
    }

    private static boolean lasts(X509Certificate certificate, InstantSource clock, Duration left) {
        return clock.instant().plus(left).isBefore(certificate.getNotAfter().toInstant());
    }
}
