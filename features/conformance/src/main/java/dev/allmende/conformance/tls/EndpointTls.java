package dev.allmende.conformance.tls;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How one public address of the cloud speaks TLS.
 *
 * @param services types in the catalog that are reached there
 * @param address {@code https://host:port}
 * @param trouble why it could not be looked at; empty when it could
 * @param versions TLS versions that it accepts, for example {@code TLSv1.2}
 * @param weakSuite one that it accepts for TLS 1.2 outside the profile
 * @param certificate empty when no handshake worked
 */
record EndpointTls(
        List<String> services,
        String address,
        String trouble,
        List<String> versions,
        Optional<String> weakSuite,
        Optional<Certificate> certificate) {

    EndpointTls {
        services = List.copyOf(services);
        versions = List.copyOf(versions);
    }

    boolean https() {
        return address.startsWith("https://");
    }

    /**
     * The server's certificate.
     *
     * @param algorithm of its key: RSA, EC
     * @param forThisHost whether it names the host
     */
    record Certificate(
            String subject,
            Instant notBefore,
            Instant notAfter,
            String algorithm,
            int bits,
            String signature,
            boolean forThisHost) {}
}
