package dev.allmende.status.subscription;

import dev.allmende.api.Reason;
import dev.allmende.api.status.Messenger;
import dev.allmende.api.status.MessengerSpec;
import dev.allmende.api.status.Subscription;
import dev.allmende.api.status.SubscriptionStatus;
import dev.allmende.api.status.SubscriptionStatus.State;
import dev.allmende.kit.Actuator;
import dev.allmende.kit.Mirror;
import dev.allmende.kit.Outcome;
import dev.allmende.status.board.Board;
import dev.allmende.status.board.Boards;
import dev.allmende.status.notice.News;
import dev.allmende.status.notice.Newsroom;
import dev.allmende.status.notice.Outbox;
import dev.allmende.status.notice.Writer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Sends a subscriber what is due, one message a look. */
final class SubscriptionActuator implements Actuator<Subscription, SubscriptionStatus> {

    /** Who does not agree within this time is forgotten. */
    static final Duration TO_AGREE = Duration.ofDays(2);

    /** Among what was told: the owner was asked. */
    static final String ASKED = "confirm";

    /** Among what was told: what was news when the subscription began is no news to the subscriber. */
    static final String BEGUN = "begun";

    private static final Set<String> MARKS = Set.of(ASKED, BEGUN);

    private final Mirror mirror;
    private final Boards boards;
    private final Links links;
    private final Courier courier;
    private final InstantSource clock;

    SubscriptionActuator(Mirror mirror, Boards boards, Links links, Courier courier, InstantSource clock) {
        this.mirror = mirror;
        this.boards = boards;
        this.links = links;
        this.courier = courier;
        this.clock = clock;
    }

    @Override
    public Outcome<SubscriptionStatus> act(Subscription subscription) throws InterruptedException {
        var before = Objects.requireNonNullElse(subscription.getStatus(), SubscriptionStatus.UNSEEN);
        var namespace = subscription.getMetadata().getNamespace();
        var board = boards.find(namespace);
        if (board.isEmpty()) {
            return waits(before, "there is no StatusPage in this namespace: make one");
        }
        var messenger = messenger(mirror, namespace);
        if (messenger.isEmpty()) {
            return waits(before, "there is no Messenger in this namespace: make one");
        }
        var status = courier.remembered(subscription, before);
        boolean agreed =
                subscription.getSpec().email() == null || subscription.getSpec().confirmedAt() != null;
        var look = new Look(subscription, messenger.get(), board.get(), clock.instant());
        return agreed ? active(look, status) : pending(look, status);
    }

    static Optional<MessengerSpec> messenger(Mirror mirror, String namespace) {
        return mirror.list(Messenger.class, namespace).stream()
                .min(Comparator.comparing(each -> each.getMetadata().getName()))
                .map(Messenger::getSpec);
    }

    private static Outcome<SubscriptionStatus> waits(SubscriptionStatus status, String message) {
        return new Outcome.Busy<>(status, Reason.WAITING_FOR, message);
    }

    private record Look(Subscription subscription, MessengerSpec messenger, Board board, Instant now) {

        Interest interest() {
            return new Interest(subscription.getSpec(), board);
        }

        Writer writer() {
            var wanted = subscription.getSpec().language();
            return new Writer(
                    board,
                    messenger.address(),
                    wanted == null ? board.page().languages().getFirst() : wanted,
                    interest()::shows);
        }
    }

    private Outcome<SubscriptionStatus> pending(Look look, SubscriptionStatus status) throws InterruptedException {
        var made = Instant.parse(look.subscription().getMetadata().getCreationTimestamp());
        var end = made.plus(TO_AGREE);
        if (!end.isAfter(look.now())) {
            mirror.kubernetes().resource(look.subscription()).delete();
            return new Outcome.Ready<>(status, "nobody agreed within two days: it is removed");
        }
        if (!status.told().contains(ASKED)) {
            var link = links.to(look.messenger().address(), Links.Purpose.CONFIRM, look.subscription());
            var parcel = new Courier.Parcel(
                    ASKED, List.of(ASKED), () -> look.writer().confirmation(link), true);
            return courier.deliver(look.subscription(), look.messenger(), status.in(State.PENDING), parcel, false);
        }
        return new Outcome.Until<>(
                status.in(State.PENDING),
                "the owner of the address was asked and has not agreed yet",
                Duration.between(look.now(), end));
    }

    private Outcome<SubscriptionStatus> active(Look look, SubscriptionStatus status) throws InterruptedException {
        var news = Newsroom.at(look.board(), look.now());
        if (!status.told().contains(BEGUN)) {
            var known =
                    Stream.concat(Stream.of(BEGUN), news.stream().map(News::id)).toList();
            return new Outcome.Until<>(
                    status.told(Outbox.with(status.told(), known)).in(State.ACTIVE), Courier.TELLS, Duration.ZERO);
        }
        var interest = look.interest();
        var kept = Outbox.keep(status.told(), news, MARKS);
        var due = Outbox.due(news.stream().filter(interest::isIn).toList(), kept);
        if (due.isEmpty()) {
            return idle(look, status.told(kept).in(State.ACTIVE));
        }
        // What was begun goes first: what became of it must be known before anything else is.
        var next = due.stream()
                .filter(each -> each.news().id().equals(status.sending()))
                .findFirst()
                .orElse(due.getFirst());
        var parcel = new Courier.Parcel(
                next.news().id(), next.settled(), () -> look.writer().write(next.news()), false);
        return courier.deliver(look.subscription(), look.messenger(), status, parcel, true);
    }

    private Outcome<SubscriptionStatus> idle(Look look, SubscriptionStatus status) {
        var message = Courier.TELLS;
        return boards.nextEdge(look.subscription().getMetadata().getNamespace(), look.now())
                .<Outcome<SubscriptionStatus>>map(
                        edge -> new Outcome.Until<>(status, message, Duration.between(look.now(), edge)))
                .orElseGet(() -> new Outcome.Ready<>(status, message));
    }
}
