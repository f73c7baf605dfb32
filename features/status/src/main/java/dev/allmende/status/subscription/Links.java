package dev.allmende.status.subscription;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Links in mails. Their token is a keyed hash of what the link is for and of the subscription's uid: nothing of it is kept
 * anywhere, and it dies with the subscription.
 */
final class Links {

    /** What a link is for, as in its path. */
    enum Purpose {
        CONFIRM("subscribe/confirm"),
        UNSUBSCRIBE("unsubscribe");

        private final String path;

        Purpose(String path) {
            this.path = path;
        }

        String path() {
            return path;
        }
    }

    private final Supplier<byte[]> key;

    Links(Supplier<byte[]> key) {
        this.key = key;
    }

    /** @param page address, with a slash at its end */
    String to(String page, Purpose purpose, HasMetadata subscription) {
        return "%s%s?s=%s&t=%s"
                .formatted(page, purpose.path(), subscription.getMetadata().getName(), token(purpose, subscription));
    }

    /** In a time that does not tell how much of the token is right. */
    boolean isRight(Purpose purpose, HasMetadata subscription, String token) {
        return MessageDigest.isEqual(
                token(purpose, subscription).getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }

    private String token(Purpose purpose, HasMetadata subscription) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.get(), "HmacSHA256"));
            var of = purpose.path() + "\n" + subscription.getMetadata().getUid();
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(of.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("each Java has HmacSHA256", e);
        }
    }
}
