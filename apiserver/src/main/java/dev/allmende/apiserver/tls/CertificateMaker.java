package dev.allmende.apiserver.tls;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Makes keys and certificates. Brings in Bouncy Castle, so it is touched only when something is to be made. */
@SuppressWarnings("JavaUtilDate") // what the library speaks
final class CertificateMaker {

    /** Clocks of clients may be behind ours. */
    private static final Duration BEFORE = Duration.ofHours(1);

    private static final int SERIAL_BITS = 127;
    private static final int RSA_BITS = 2048;

    private final Instant now;
    private final SecureRandom random;

    CertificateMaker(Instant now, SecureRandom random) {
        this.now = now;
        this.random = random;
    }

    /** An authority that signs itself. */
    Identity authority(String name, Duration life) {
        var pair = elliptic();
        var subject =
                new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.CN, name).build();
        try {
            var usage = new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign | KeyUsage.digitalSignature);
            var builder = builder(subject, subject, pair, life);
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
            builder.addExtension(Extension.keyUsage, true, usage);
            return new Identity(List.of(signed(builder, pair.getPrivate())), pair.getPrivate());
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("making a certificate authority failed: " + e.getMessage(), e);
        }
    }

    /** A certificate signed by an authority, for a key of its own. */
    Identity issue(Wanted wanted, Identity authority, Duration life) {
        var pair = switch (wanted) {
            case Wanted.Server _ -> elliptic();
            case Wanted.Client _ -> rsa();
        };
        try {
            var issuer = X500Name.getInstance(
                    authority.certificate().getSubjectX500Principal().getEncoded());
            var builder = builder(name(wanted), issuer, pair, life);
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
            builder.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils()
                            .createAuthorityKeyIdentifier(
                                    authority.certificate().getPublicKey()));
            switch (wanted) {
                case Wanted.Server server -> {
                    builder.addExtension(Extension.subjectAlternativeName, false, names(server));
                    builder.addExtension(
                            Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
                }
                case Wanted.Client _ ->
                    builder.addExtension(
                            Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth));
            }
            return new Identity(List.of(signed(builder, authority.key())), pair.getPrivate());
        } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("making a certificate failed: " + e.getMessage(), e);
        }
    }

    private static X500Name name(Wanted wanted) {
        var name = new X500NameBuilder(BCStyle.INSTANCE);
        switch (wanted) {
            case Wanted.Server server -> name.addRDN(BCStyle.CN, server.names().getFirst());
            case Wanted.Client client -> {
                client.groups().forEach(group -> name.addRDN(BCStyle.O, group));
                name.addRDN(BCStyle.CN, client.user());
            }
        }
        return name.build();
    }

    private static GeneralNames names(Wanted.Server server) {
        var names = new ArrayList<GeneralName>();
        for (var name : server.names()) {
            boolean address = Wanted.Server.address(name).isPresent();
            names.add(new GeneralName(address ? GeneralName.iPAddress : GeneralName.dNSName, name));
        }
        return new GeneralNames(names.toArray(GeneralName[]::new));
    }

    private KeyPair elliptic() {
        return keyPair("EC", new ECGenParameterSpec("secp256r1"));
    }

    /** For clients: several libraries read no elliptic keys in the form that all others read (fabric8's among them). */
    private KeyPair rsa() {
        return keyPair("RSA", new RSAKeyGenParameterSpec(RSA_BITS, RSAKeyGenParameterSpec.F4));
    }

    private KeyPair keyPair(String algorithm, AlgorithmParameterSpec size) {
        try {
            var generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(size, random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private JcaX509v3CertificateBuilder builder(X500Name subject, X500Name issuer, KeyPair pair, Duration life)
            throws IOException, GeneralSecurityException {
        var builder = new JcaX509v3CertificateBuilder(
                issuer,
                new BigInteger(SERIAL_BITS, random).setBit(SERIAL_BITS - 1),
                Date.from(now.minus(BEFORE)),
                Date.from(now.plus(life)),
                subject,
                pair.getPublic());
        builder.addExtension(
                Extension.subjectKeyIdentifier,
                false,
                new JcaX509ExtensionUtils().createSubjectKeyIdentifier(pair.getPublic()));
        return builder;
    }

    private static X509Certificate signed(JcaX509v3CertificateBuilder builder, PrivateKey key)
            throws GeneralSecurityException, OperatorCreationException {
        var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(key);
        return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
    }
}
