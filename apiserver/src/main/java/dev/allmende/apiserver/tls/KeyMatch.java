package dev.allmende.apiserver.tls;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;

/** Whether two halves of a key belong together. */
final class KeyMatch {

    private KeyMatch() {}

    static boolean matches(PublicKey publicKey, PrivateKey privateKey) throws GeneralSecurityException {
        var algorithm = privateKey.getAlgorithm().equals("EC") ? "SHA256withECDSA" : "SHA256withRSA";
        var signing = Signature.getInstance(algorithm);
        signing.initSign(privateKey);
        signing.update((byte) 1);
        var verifying = Signature.getInstance(algorithm);
        verifying.initVerify(publicKey);
        verifying.update((byte) 1);
        return verifying.verify(signing.sign());
    }
}
