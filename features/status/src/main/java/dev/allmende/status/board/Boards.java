package dev.allmende.status.board;

import dev.allmende.api.status.Component;
import dev.allmende.api.status.ImpactType;
import dev.allmende.api.status.Incident;
import dev.allmende.api.status.Maintenance;
import dev.allmende.api.status.StatusPage;
import dev.allmende.kit.Mirror;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** The boards of all pages, made anew when a resource has changed, or a window of maintenance has, and somebody asks. */
public final class Boards {

    /** Label of an incident that readers do not see yet: a proposal of a probe. Whoever takes it off publishes it. */
    public static final String DRAFT = "status.allmende.dev/draft";

    /** Annotation: who changed an object last through the status API or the pages of this program. */
    public static final String CHANGED_BY = "status.allmende.dev/changed-by";

    /** Kinds that boards are made of. */
    private static final List<Class<? extends HasMetadata>> KINDS =
            List.of(StatusPage.class, Component.class, ImpactType.class, Incident.class, Maintenance.class);

    private final Mirror mirror;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<String, BoardReader.Made> boards = new HashMap<>();
    private final Map<String, BoardReader.Known> known = new HashMap<>();
    private long version;

    /** Before the mirror starts. */
    public Boards(Mirror mirror, InstantSource clock) {
        this.mirror = mirror;
        this.clock = clock;
        KINDS.forEach(kind -> mirror.follow(kind, this::changed));
    }

    private void changed() {
        lock.lock();
        try {
            boards.clear();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Namespaces that have a page. */
    public List<String> namespaces() {
        return mirror.list(StatusPage.class, "").stream()
                .map(page -> page.getMetadata().getNamespace())
                .distinct()
                .sorted()
                .toList();
    }

    /** Empty when the namespace has no page. */
    public Optional<Board> find(String namespace) {
        lock.lock();
        try {
            var now = clock.instant();
            var made = boards.get(namespace);
            if (made != null && made.isGoodAt(now)) {
                return Optional.of(made.board());
            }
            var fresh = page(namespace).map(page -> read(namespace, page, now));
            if (fresh.isEmpty()) {
                known.remove(namespace);
            }
            return fresh.map(BoardReader.Made::board);
        } finally {
            lock.unlock();
        }
    }

    private BoardReader.Made read(String namespace, StatusPage page, Instant now) {
        var before = known.getOrDefault(namespace, BoardReader.Known.NOTHING);
        var made = BoardReader.read(++version, resources(namespace, page), now, before);
        boards.put(namespace, made);
        known.put(namespace, made.known());
        return made;
    }

    public static boolean isDraft(HasMetadata object) {
        var labels = object.getMetadata().getLabels();
        return labels != null && labels.containsKey(DRAFT);
    }

    /** When something of a page changes next by time alone. Empty: never, or there is no page. */
    public Optional<Instant> nextEdge(String namespace, Instant now) {
        var board = find(namespace);
        lock.lock();
        try {
            var made = Optional.ofNullable(boards.get(namespace)).flatMap(BoardReader.Made::until);
            return Stream.concat(made.stream(), board.flatMap(each -> each.nextChange(now)).stream())
                    .filter(time -> time.isAfter(now))
                    .min(Comparator.naturalOrder());
        } finally {
            lock.unlock();
        }
    }

    private Optional<StatusPage> page(String namespace) {
        return mirror.list(StatusPage.class, namespace).stream()
                .min(Comparator.comparing(page -> page.getMetadata().getName()));
    }

    private BoardReader.Resources resources(String namespace, StatusPage page) {
        return new BoardReader.Resources(
                page,
                mirror.list(Component.class, namespace),
                mirror.list(ImpactType.class, namespace),
                mirror.list(Incident.class, namespace).stream()
                        .filter(incident -> !isDraft(incident))
                        .toList(),
                mirror.list(Maintenance.class, namespace));
    }

    /** Whether boards show a version of an object, or a later one, or nothing of it because it is gone. */
    public boolean shows(HasMetadata written) {
        var metadata = written.getMetadata();
        boolean seen = mirror.find(written.getClass(), metadata.getNamespace(), metadata.getName())
                .filter(found -> number(found) >= number(written))
                .isPresent();
        if (seen) {
            // The mirror holds an object a moment before it tells of it: a board made before that is out of date.
            forget(metadata.getNamespace());
        }
        return seen;
    }

    private void forget(String namespace) {
        lock.lock();
        try {
            boards.remove(namespace);
        } finally {
            lock.unlock();
        }
    }

    // Kubernetes promises since 1.35 that resource versions are numbers that rise; etcd's and ours always were.
    private static long number(HasMetadata object) {
        return Long.parseLong(object.getMetadata().getResourceVersion());
    }

    /**
     * Waits until boards show what was just written, so that who writes reads it afterwards.
     *
     * @param isShown asked after each change, such as {@code () -> boards.shows(written)}
     * @return false when it did not within the time
     */
    public boolean await(BooleanSupplier isShown, Duration patience) throws InterruptedException {
        long left = patience.toNanos();
        lock.lock();
        try {
            while (!isShown.getAsBoolean()) {
                if (left <= 0) {
                    return false;
                }
                long step = Math.min(left, TimeUnit.MILLISECONDS.toNanos(50));
                left -= step - changed.awaitNanos(step);
            }
            boards.clear(); // the mirror has it before it tells us so
            return true;
        } finally {
            lock.unlock();
        }
    }
}
