package dev.allmende.apiserver.limit;

import dev.allmende.apiserver.authn.User;
import dev.allmende.apiserver.request.Target;
import dev.allmende.apiserver.status.StatusException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Bounds the requests that are worked on at a time, by level and, within a level, by user. Who finds no place waits a
 * short while, then is told to come back (429 with Retry-After). In spirit of Kubernetes' priority and fairness.
 */
public final class Priority {

    /** Members count as controllers, beside the service accounts of kube-system. */
    public static final String CONTROLLERS = "allmende:controllers";

    private static final String SYSTEM_ACCOUNTS = "system:serviceaccounts:kube-system";
    private static final int RETRY_SECONDS = 1;
    private static final int MOST_USERS = 10_000;

    /**
     * How much room there is.
     *
     * @param system requests of level SYSTEM at a time
     * @param workload requests of level WORKLOAD at a time
     * @param user requests of one user at a time
     * @param waiting requests that may wait, over all levels
     * @param patience how long one waits
     */
    public record Room(int system, int workload, int user, int waiting, Duration patience) {
        public static final Room DEFAULT = new Room(200, 400, 200, 2_000, Duration.ofSeconds(5));
    }

    private final Room room;
    private final Semaphore system;
    private final Semaphore workload;
    private final Map<String, Semaphore> users = new ConcurrentHashMap<>();
    private final AtomicInteger waiting = new AtomicInteger();

    public Priority(Room room) {
        this.room = room;
        this.system = new Semaphore(room.system());
        this.workload = new Semaphore(room.workload());
    }

    /** A place; to be given back. */
    public interface Place extends AutoCloseable {
        @Override
        void close();
    }

    public static Level level(User user, Target target) {
        if (user.in(User.MASTERS) || target instanceof Target.OfPath) {
            return Level.EXEMPT;
        }
        boolean controller = user.in(CONTROLLERS) || user.in(SYSTEM_ACCOUNTS);
        boolean lease = target instanceof Target.OfResource resource
                && resource.resource().equals("leases");
        return controller || lease ? Level.SYSTEM : Level.WORKLOAD;
    }

    /** @throws StatusException 429 when no place became free in time */
    public Place enter(User user, Target target) throws InterruptedException {
        return switch (level(user, target)) {
            case EXEMPT -> () -> {};
            case SYSTEM -> enter(system, user);
            case WORKLOAD -> enter(workload, user);
        };
    }

    private Place enter(Semaphore level, User user) throws InterruptedException {
        var own = users.computeIfAbsent(user.name(), any -> new Semaphore(room.user()));
        if (users.size() > MOST_USERS) {
            users.values().removeIf(places -> places.availablePermits() == room.user());
        }
        take(own);
        try {
            take(level);
        } catch (StatusException | InterruptedException e) {
            own.release();
            throw e;
        }
        return () -> {
            level.release();
            own.release();
        };
    }

    private void take(Semaphore places) throws InterruptedException {
        if (places.tryAcquire()) {
            return;
        }
        if (waiting.incrementAndGet() > room.waiting()) {
            waiting.decrementAndGet();
            throw tooMany();
        }
        try {
            if (!places.tryAcquire(room.patience().toMillis(), TimeUnit.MILLISECONDS)) {
                throw tooMany();
            }
        } finally {
            waiting.decrementAndGet();
        }
    }

    private static StatusException tooMany() {
        return StatusException.tooManyRequests("Too many requests at a time, please try again later", RETRY_SECONDS);
    }
}
