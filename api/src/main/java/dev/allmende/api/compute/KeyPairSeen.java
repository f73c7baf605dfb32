package dev.allmende.api.compute;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.allmende.api.schema.Describe;
import dev.allmende.api.schema.TextLimits;

/** What the cloud shows of a key pair. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Describe("What the cloud shows of the key pair.")
public record KeyPairSeen(
        @Describe("MD5 of the key, as Nova computes it.") String fingerprint,
        @Describe("ssh or x509.") String type,

        @Describe("Public key as OpenSSH writes it.") @TextLimits(max = 16384)
        String publicKey) {}
