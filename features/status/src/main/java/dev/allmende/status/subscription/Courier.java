package dev.allmende.status.subscription;

import dev.allmende.api.Reason;
import dev.allmende.api.status.MessengerSpec;
import dev.allmende.api.status.MessengerSpec.AfterCrash;
import dev.allmende.api.status.Subscription;
import dev.allmende.api.status.SubscriptionStatus;
import dev.allmende.api.status.SubscriptionStatus.State;
import dev.allmende.kit.Outcome;
import dev.allmende.status.notice.Message;
import dev.allmende.status.notice.NotSent;
import dev.allmende.status.notice.Outbox;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * Takes one message on its way, over a crash too. By mail: says in the status that it begins, sends, says that it is done.
 * By webhook and Matrix: sends and says that it is done, since there a second time is known for what it is.
 */
final class Courier {

    /** The same for each message: it is no event. */
    static final String TELLS = "tells what is due";

    /** So many at once, whatever the number of subscribers: a mail server has limits. */
    private static final int AT_ONCE = 8;

    private final Channels channels;
    private final Memory memory;
    private final InstantSource clock;
    private final Semaphore way = new Semaphore(AT_ONCE);

    Courier(Channels channels, Memory memory, InstantSource clock) {
        this.channels = channels;
        this.memory = memory;
        this.clock = clock;
    }

    /**
     * A message on its way.
     *
     * @param settled what counts as told with it
     * @param harmless whether it does no harm a second time
     */
    record Parcel(String id, List<String> settled, Supplier<Message> message, boolean harmless) {}

    /** The status, with what this process has done since that was written. */
    SubscriptionStatus remembered(Subscription subscription, SubscriptionStatus status) {
        var unrecorded = memory.unrecorded(subscription.getMetadata().getUid(), status.told());
        return unrecorded.isEmpty() ? status : status.told(Outbox.with(status.told(), unrecorded));
    }

    Outcome<SubscriptionStatus> deliver(
            Subscription subscription,
            MessengerSpec messenger,
            SubscriptionStatus status,
            Parcel parcel,
            boolean agreed)
            throws InterruptedException {
        var now = clock.instant();
        var trouble = status.trouble();
        if (trouble != null && Backoff.isWaiting(trouble, parcel.id(), now)) {
            return new Outcome.Retry<>(
                    status,
                    Reason.TRANSIENT_ERROR,
                    "tried %d times, again at %s".formatted(trouble.tries(), trouble.again()));
        }
        var uid = subscription.getMetadata().getUid();
        boolean written = parcel.id().equals(status.sending());
        boolean mine = memory.hasBegun(uid, parcel.id());
        if (subscription.getSpec().email() != null && !(written && mine)) {
            if (written && !parcel.harmless() && isSkipped(messenger)) {
                return settled(
                        uid,
                        status.counted(status.sent(), status.dropped(), status.uncertain() + 1, status.lastSentAt()),
                        parcel);
            }
            memory.begin(uid, parcel.id());
            return new Outcome.Until<>(status.sending(parcel.id()), TELLS, Duration.ZERO);
        }
        return send(subscription, messenger, status, parcel, agreed);
    }

    private static boolean isSkipped(MessengerSpec messenger) {
        return messenger.email() == null || messenger.email().afterCrash() == AfterCrash.SKIP;
    }

    private Outcome<SubscriptionStatus> send(
            Subscription subscription,
            MessengerSpec messenger,
            SubscriptionStatus status,
            Parcel parcel,
            boolean agreed)
            throws InterruptedException {
        var uid = subscription.getMetadata().getUid();
        way.acquire();
        try {
            channels.to(subscription, messenger, agreed).send(parcel.message().get());
        } catch (Channels.Missing e) {
            memory.forgetBegun(uid);
            return new Outcome.Busy<>(notSending(status), Reason.WAITING_FOR, String.valueOf(e.getMessage()));
        } catch (NotSent e) {
            return failed(uid, status, parcel, e);
        } finally {
            way.release();
        }
        var now = clock.instant().toString();
        return settled(uid, status.counted(status.sent() + 1, status.dropped(), status.uncertain(), now), parcel);
    }

    private static SubscriptionStatus notSending(SubscriptionStatus status) {
        return status.told(status.told());
    }

    private Outcome<SubscriptionStatus> failed(String uid, SubscriptionStatus status, Parcel parcel, NotSent why) {
        var now = clock.instant();
        var trouble = Backoff.after(status.trouble(), parcel.id(), now);
        if (why.isForGood() || Backoff.isOver(trouble, now)) {
            return settled(
                    uid,
                    status.counted(status.sent(), status.dropped() + 1, status.uncertain(), status.lastSentAt()),
                    parcel);
        }
        memory.forgetBegun(uid);
        return new Outcome.Retry<>(
                status.failed(trouble),
                Reason.TRANSIENT_ERROR,
                "%s; again at %s".formatted(why.getMessage(), trouble.again()));
    }

    private Outcome<SubscriptionStatus> settled(String uid, SubscriptionStatus status, Parcel parcel) {
        memory.settle(uid, parcel.settled());
        var state = status.state() == State.PENDING ? State.PENDING : State.ACTIVE;
        return new Outcome.Until<>(
                status.told(Outbox.with(status.told(), parcel.settled())).in(state), TELLS, Duration.ZERO);
    }
}
