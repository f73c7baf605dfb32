package dev.allmende.conformance.tls;

import java.util.Arrays;
import java.util.List;

/**
 * Cipher suites of TLS up to 1.2 outside Mozilla's intermediate profile 5.7 that servers are met with. Codes: IANA, TLS
 * Cipher Suites.
 */
enum Suite {
    RSA_AES_128_CBC_SHA(0x002F),
    RSA_AES_256_CBC_SHA(0x0035),
    RSA_AES_128_CBC_SHA256(0x003C),
    RSA_AES_256_CBC_SHA256(0x003D),
    RSA_AES_128_GCM_SHA256(0x009C),
    RSA_AES_256_GCM_SHA384(0x009D),
    RSA_3DES_EDE_CBC_SHA(0x000A),
    RSA_RC4_128_SHA(0x0005),
    RSA_RC4_128_MD5(0x0004),
    DHE_RSA_AES_128_CBC_SHA(0x0033),
    DHE_RSA_AES_256_CBC_SHA(0x0039),
    DHE_RSA_AES_128_CBC_SHA256(0x0067),
    DHE_RSA_AES_256_CBC_SHA256(0x006B),
    DHE_RSA_3DES_EDE_CBC_SHA(0x0016),
    ECDHE_RSA_AES_128_CBC_SHA(0xC013),
    ECDHE_RSA_AES_256_CBC_SHA(0xC014),
    ECDHE_RSA_AES_128_CBC_SHA256(0xC027),
    ECDHE_RSA_AES_256_CBC_SHA384(0xC028),
    ECDHE_RSA_3DES_EDE_CBC_SHA(0xC012),
    ECDHE_ECDSA_AES_128_CBC_SHA(0xC009),
    ECDHE_ECDSA_AES_256_CBC_SHA(0xC00A),
    ECDHE_ECDSA_AES_128_CBC_SHA256(0xC023),
    ECDHE_ECDSA_AES_256_CBC_SHA384(0xC024);

    private final int code;

    Suite(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    static List<Suite> all() {
        return List.of(values());
    }

    /** For people, also of a suite that was never offered. */
    static String name(int code) {
        return Arrays.stream(values())
                .filter(suite -> suite.code == code)
                .map(Suite::name)
                .findFirst()
                .orElseGet(() -> "0x%04X".formatted(code));
    }
}
