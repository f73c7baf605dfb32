package dev.allmende.status.impact;

import dev.allmende.api.status.Incident;
import dev.allmende.api.status.Probe;
import dev.allmende.kit.Mirror;
import dev.allmende.status.board.Board;
import dev.allmende.status.board.Boards;
import dev.allmende.status.probe.Key;
import dev.allmende.status.probe.Opinions;
import dev.allmende.status.probe.Result;
import dev.allmende.status.probe.Rounds;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Turns results into incidents: after each change of a probe's state, and now and then since time alone changes things.
 * Only where results are heard: a process that stands by decides nothing.
 */
public final class Impacts implements Rounds.Listener, Opinions, AutoCloseable {

    private static final int SECONDS = 5;

    private final Mirror mirror;
    private final Boards boards;
    private final InstantSource clock;
    private final Consumer<String> problems;
    private final IncidentHand hand;
    private final Checks checks = new Checks();
    private final Map<String, Ledger> ledgers = new HashMap<>();
    private final Map<String, Queue<Decision>> pending = new HashMap<>();
    private final Set<String> namespaces = ConcurrentHashMap.newKeySet();
    private final Semaphore woken = new Semaphore(0);
    private @Nullable Thread thread;
    private boolean closed;

    /** @param problems told what could not be written */
    public Impacts(Mirror mirror, Boards boards, InstantSource clock, Consumer<String> problems) {
        this.mirror = mirror;
        this.boards = boards;
        this.clock = clock;
        this.problems = problems;
        this.hand = new IncidentHand(mirror.kubernetes());
    }

    @Override
    public void heard(Key key, String place, Result result) {
        mirror.find(Probe.class, key.namespace(), key.name()).ifPresent(probe -> {
            boolean isNews = checks.heard(probe, place, result);
            namespaces.add(key.namespace());
            start();
            if (isNews) {
                woken.release();
            }
        });
    }

    private synchronized void start() {
        if (thread == null && !closed) {
            thread = Thread.ofVirtual().name("impacts").start(this::go);
        }
    }

    private void go() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                boolean isWoken = woken.tryAcquire(SECONDS, TimeUnit.SECONDS);
                if (isWoken) {
                    woken.drainPermits();
                }
                namespaces.forEach(this::step);
            }
        } catch (InterruptedException ended) {
            return;
        }
    }

    private void step(String namespace) {
        try {
            boards.find(namespace).ifPresent(board -> step(board, namespace));
        } catch (RuntimeException defect) {
            problems.accept("probes of %s: %s".formatted(namespace, defect));
        }
    }

    private synchronized void step(Board board, String namespace) {
        var now = clock.instant();
        var voices = voices(namespace, now);
        var ledger = ledgers.computeIfAbsent(namespace, this::remembered);
        Set<String> taken = new HashSet<>();
        for (var each : ledger.cases()) {
            var incident = mirror.find(Incident.class, namespace, each.id());
            if (incident.filter(Marks::isTaken).isPresent()) {
                taken.add(each.id());
            }
            if (each.isDraft()
                    && incident.filter(known -> !Boards.isDraft(known)).isPresent()) {
                ledger = ledger.published(each.id());
            }
        }
        var step = ledger.step(Scene.of(board).of(voices, now), taken, now);
        ledgers.put(namespace, step.ledger());
        var queue = pending.computeIfAbsent(namespace, none -> new ArrayDeque<>());
        queue.addAll(step.decisions());
        write(queue, board);
    }

    /** In order; what the API does not take now is tried again at the next step. */
    private void write(Queue<Decision> queue, Board board) {
        for (var next = queue.peek(); next != null; next = queue.peek()) {
            try {
                hand.act(next, board, clock.instant());
            } catch (KubernetesClientException refused) {
                problems.accept("incident %s: %s".formatted(next.after().id(), refused.getMessage()));
                if (refused.getCode() < 400 || refused.getCode() == 409 || refused.getCode() >= 429) {
                    return;
                }
            }
            queue.remove();
        }
    }

    /** The troubles that an earlier process has left. */
    private Ledger remembered(String namespace) {
        return new Ledger(mirror.list(Incident.class, namespace).stream()
                .flatMap(incident -> Marks.read(incident).stream())
                .toList());
    }

    private List<Voice> voices(String namespace, Instant now) {
        return mirror.list(Probe.class, namespace).stream()
                .map(probe -> checks.voice(probe, now))
                .toList();
    }

    @Override
    public Optional<Opinion> of(Key key) {
        var probe = mirror.find(Probe.class, key.namespace(), key.name());
        var since = probe.flatMap(checks::since);
        if (since.isEmpty()) {
            return Optional.empty();
        }
        var now = clock.instant();
        var state = Verdicts.muted(voices(key.namespace(), now)).containsKey(key.name())
                ? State.SUPPRESSED
                : checks.voice(probe.orElseThrow(), now).state();
        return Optional.of(new Opinion(state.word(), since.get()));
    }

    @Override
    public Optional<Result> newest(Key key) {
        return mirror.find(Probe.class, key.namespace(), key.name()).flatMap(checks::newest);
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (thread != null) {
            thread.interrupt();
        }
    }
}
