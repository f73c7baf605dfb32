package dev.allmende.openstack.config;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Whom to trust and how to show ourselves.
 *
 * @param verify false trusts every server
 * @param cacert PEM file of the only authorities to trust; empty for those of the machine
 * @param cert PEM file of our certificate, for clouds that ask for one
 * @param key PEM file of its private key; empty when it is in the file of the certificate
 * @param authorities PEM text of the only authorities to trust; wins over cacert
 */
public record TlsSettings(
        boolean verify, Optional<Path> cacert, Optional<Path> cert, Optional<Path> key, Optional<String> authorities) {

    public static final TlsSettings STANDARD =
            new TlsSettings(true, Optional.empty(), Optional.empty(), Optional.empty());

    public TlsSettings(boolean verify, Optional<Path> cacert, Optional<Path> cert, Optional<Path> key) {
        this(verify, cacert, cert, key, Optional.empty());
    }

    /** Trusts these authorities alone. */
    public static TlsSettings trusting(String pem) {
        return new TlsSettings(true, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(pem));
    }
}
