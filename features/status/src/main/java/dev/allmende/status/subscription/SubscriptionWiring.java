package dev.allmende.status.subscription;

import dev.allmende.api.schema.Definition;
import dev.allmende.api.status.Incident;
import dev.allmende.api.status.Maintenance;
import dev.allmende.api.status.Messenger;
import dev.allmende.api.status.StatusPage;
import dev.allmende.api.status.Subscription;
import dev.allmende.api.status.SubscriptionStatus;
import dev.allmende.kit.Controller;
import dev.allmende.kit.Dependency;
import dev.allmende.kit.Mirror;
import dev.allmende.status.board.Boards;
import dev.allmende.status.notice.Networks;
import dev.allmende.status.notice.Poster;
import dev.allmende.status.view.View;
import io.fabric8.kubernetes.api.model.Secret;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes the controller of subscriptions, and the pages on which readers subscribe. */
public final class SubscriptionWiring {

    private static final Duration RESYNC = Duration.ofHours(1);

    private final Mirror mirror;
    private final Boards boards;
    private final InstantSource clock;
    private final Secrets secrets;
    private final Links links;
    private final Networks networks;

    public SubscriptionWiring(Mirror mirror, Boards boards, InstantSource clock, Networks networks) {
        this.mirror = mirror;
        this.boards = boards;
        this.clock = clock;
        this.networks = networks;
        secrets = new Secrets(mirror, new SecureRandom());
        links = new Links(secrets::linkKey);
    }

    public Controller<Subscription, SubscriptionStatus> controller() {
        return new Controller<>(
                Subscription.class,
                Definition.of(Subscription.class),
                actuator(),
                SubscriptionStatus.UNSEEN,
                SubscriptionStatus::with,
                RESYNC,
                Optional.empty(),
                List.of(
                        Dependency.onAll(StatusPage.class),
                        Dependency.onAll(Incident.class),
                        Dependency.onAll(Maintenance.class),
                        Dependency.onAll(Messenger.class),
                        new Dependency<>(Secret.class, this::secret, false)));
    }

    /** Another one is what another process has: it remembers nothing. */
    SubscriptionActuator actuator() {
        var channels = new Channels(secrets, links, new Poster(networks, clock), clock);
        return new SubscriptionActuator(mirror, boards, links, new Courier(channels, new Memory(), clock), clock);
    }

    public View view() {
        return new SubscribeView(mirror, links, clock);
    }

    /** Whether readers of a namespace's page may subscribe by e-mail. */
    public boolean hasSignUp(String namespace) {
        return SubscribeView.hasSignUp(mirror, namespace);
    }

    private Stream<Dependency.Place> secret(Subscription subscription) {
        var webhook = subscription.getSpec().webhook();
        return webhook == null
                ? Stream.empty()
                : Stream.of(new Dependency.Place(
                        mirror.namespace(), webhook.secretRef().name()));
    }
}
