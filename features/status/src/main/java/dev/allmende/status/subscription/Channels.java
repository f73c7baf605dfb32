package dev.allmende.status.subscription;

import dev.allmende.api.SecretReference;
import dev.allmende.api.status.MessengerSpec;
import dev.allmende.api.status.Subscription;
import dev.allmende.status.board.Ids;
import dev.allmende.status.notice.Channel;
import dev.allmende.status.notice.Mail;
import dev.allmende.status.notice.MatrixRoom;
import dev.allmende.status.notice.Poster;
import dev.allmende.status.notice.Webhook;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes the channel to a subscriber of what its resource and the page's Messenger say. */
final class Channels {

    private final Secrets secrets;
    private final Links links;
    private final Poster poster;
    private final InstantSource clock;

    Channels(Secrets secrets, Links links, Poster poster, InstantSource clock) {
        this.secrets = secrets;
        this.links = links;
        this.poster = poster;
        this.clock = clock;
    }

    /** That something is not there which a channel needs; one line. */
    static final class Missing extends Exception {
        Missing(String message) {
            super(message);
        }
    }

    /** @param agreed whether the subscriber has; the mail that asks has no link to end it */
    Channel to(Subscription subscription, MessengerSpec messenger, boolean agreed) throws Missing {
        var spec = subscription.getSpec();
        var namespace = subscription.getMetadata().getNamespace();
        var id = Ids.of(subscription).toString();
        if (spec.webhook() != null) {
            var key = secret(namespace, spec.webhook().secretRef(), "key").get("key");
            return new Webhook(poster, spec.webhook().url(), String.valueOf(key), id, clock);
        }
        if (spec.matrix() != null) {
            var matrix = there(messenger.matrix(), "matrix");
            var token =
                    secret(namespace, matrix.credentialsRef(), "accessToken").get("accessToken");
            return new MatrixRoom(
                    poster,
                    matrix.homeserver(),
                    String.valueOf(token),
                    spec.matrix().roomId());
        }
        var server = there(messenger.email(), "email");
        var credentials = server.credentialsRef();
        var unsubscribe = agreed
                ? Optional.of(links.to(messenger.address(), Links.Purpose.UNSUBSCRIBE, subscription))
                : Optional.<String>empty();
        return new Mail(
                new Mail.Post(
                        server,
                        credentials == null ? Map.of() : secret(namespace, credentials, ""),
                        there(spec.email(), "email").address(),
                        id,
                        unsubscribe),
                clock);
    }

    private static <T> T there(@Nullable T given, String field) throws Missing {
        if (given == null) {
            throw new Missing("the Messenger of this namespace has no spec." + field);
        }
        return given;
    }

    /** @param key that it must have; empty for none */
    private Map<String, String> secret(String namespace, SecretReference reference, String key) throws Missing {
        var found = secrets.find(namespace, reference)
                .orElseThrow(() -> new Missing("Secret %s is not beside the controllers, or lacks the annotation %s: %s"
                        .formatted(reference.name(), PageSecrets.FOR, namespace)));
        if (!key.isEmpty() && !found.containsKey(key)) {
            throw new Missing("Secret %s has no key %s".formatted(reference.name(), key));
        }
        return found;
    }
}
