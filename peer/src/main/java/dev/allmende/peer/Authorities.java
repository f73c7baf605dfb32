package dev.allmende.peer;

import dev.allmende.peer.PeerException.Kind;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** Whom we believe: the JDK's authorities, or only those of a given bundle. */
final class Authorities {

    private Authorities() {}

    /**
     * @param authorities PEM text; empty for the JDK's
     * @throws PeerException of kind TLS when the text holds no certificate that can be read
     */
    static SSLContext context(String peer, Optional<String> authorities) {
        try {
            return authorities.isEmpty() ? SSLContext.getDefault() : Trust.only(authorities.get());
        } catch (Trust.NoCertificate none) {
            throw new PeerException(
                    Kind.TLS, 0, peer + ": the CA bundle holds no certificate: set ca.crt to certificates in PEM form");
        } catch (GeneralSecurityException | IOException broken) {
            throw new PeerException(
                    Kind.TLS,
                    peer + ": the CA bundle cannot be read (" + broken.getMessage()
                            + "): set ca.crt to certificates in PEM form",
                    broken);
        }
    }
}
