package dev.allmende.conformance.run;

import dev.allmende.conformance.snapshot.Input;
import dev.allmende.conformance.snapshot.Observation;
import dev.allmende.conformance.snapshot.Observation.Why;
import dev.allmende.conformance.snapshot.UnreadableAnswer;
import dev.allmende.openstack.OpenStackException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * The inputs of one run: each asked for at most once, on a virtual thread of its own, within its limits.
 *
 * <p>An input is <em>settled</em> when its observation is known, be it because a limit passed, and <em>over</em> when
 * its thread has ended. The first settling counts.
 */
final class Questions {

    private final RunRequest request;
    private final Function<Question, InputSession> sessions;
    private final Progress progress;
    private final long began = System.nanoTime();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<String, Question> questions = new LinkedHashMap<>();
    private boolean cutOff;

    Questions(RunRequest request, Function<Question, InputSession> sessions, Progress progress) {
        this.request = request;
        this.sessions = sessions;
        this.progress = progress;
    }

    /** Starts asking, unless that happened before or must not happen. */
    void start(Input<?> input) {
        lock.lock();
        try {
            if (questions.containsKey(input.name())) {
                return;
            }
            var question = new Question(input, System.nanoTime());
            questions.put(input.name(), question);
            if (cutOff) {
                settleUnasked(question, Why.SKIPPED, "the run was cut off before");
            } else if (request.readOnly() && input.effect() == Input.Effect.CHANGES) {
                settleUnasked(question, Why.READ_ONLY, "left out: it changes the cloud, and the run is read-only");
            } else {
                progress.started(input.name());
                question.thread =
                        Thread.ofVirtual().name("input " + input.name()).start(() -> work(question));
            }
        } finally {
            lock.unlock();
        }
    }

    /** Keeps asking from starting: everything not yet started is settled with this reason. */
    void startNone(Input<?> input, Observation.NotSeen why) {
        lock.lock();
        try {
            var question = new Question(input, System.nanoTime());
            if (questions.putIfAbsent(input.name(), question) == null) {
                settleUnasked(question, why.cause(), why.why());
            }
        } finally {
            lock.unlock();
        }
    }

    /** Starts {@code input} if need be and waits until it is settled. */
    Observation await(Input<?> input, Question asking) throws InterruptedException {
        start(input);
        lock.lockInterruptibly();
        try {
            var question = question(input.name());
            refuseCircle(asking, question);
            asking.waitsFor(input.name(), System.nanoTime());
            try {
                while (question.observation == null) {
                    changed.await();
                }
                return question.observation;
            } finally {
                asking.goesOn(input.name(), System.nanoTime());
            }
        } finally {
            lock.unlock();
        }
    }

    /** Waits until every input is over or given up; true when the user or the whole run's limit cut it off. */
    boolean awaitAll() {
        lock.lock();
        try {
            long settledAt = 0;
            while (questions.values().stream().anyMatch(question -> !question.over)) {
                long now = System.nanoTime();
                long patience = enforceLimits(now);
                if (questions.values().stream().allMatch(question -> question.observation != null)) {
                    settledAt = settledAt == 0 ? now : settledAt;
                    patience = request.limits().cleanup().toNanos() - (now - settledAt);
                    if (patience <= 0) {
                        return cutOff;
                    }
                }
                try {
                    changed.await(Math.max(1, patience), TimeUnit.NANOSECONDS);
                } catch (InterruptedException byUser) {
                    cutOff(Why.SKIPPED, "the run was cut off while this was asked for");
                }
            }
            return cutOff;
        } finally {
            lock.unlock();
        }
    }

    /** What was seen, by input: those of {@code first} in their order, then those that others asked for, by name. */
    Map<String, Observation> observations(List<String> first) {
        lock.lock();
        try {
            var all = new LinkedHashMap<String, Observation>();
            first.forEach(name -> all.put(name, observation(name)));
            questions.keySet().stream().sorted().forEach(name -> all.putIfAbsent(name, observation(name)));
            return all;
        } finally {
            lock.unlock();
        }
    }

    private Observation observation(String name) {
        var observation = question(name).observation;
        if (observation == null) {
            throw new IllegalStateException("input " + name + " is not settled");
        }
        return observation;
    }

    private Question question(String name) {
        var question = questions.get(name);
        if (question == null) {
            throw new IllegalStateException("input " + name + " was never started");
        }
        return question;
    }

    private void work(Question question) {
        try (var session = sessions.apply(question)) {
            settle(question, ask(question, session));
        } finally {
            end(question);
        }
    }

    private void end(Question question) {
        lock.lock();
        try {
            question.over = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private static Observation ask(Question question, InputSession session) {
        try {
            var answers = question.input.asker().ask(session);
            return new Observation.Seen(answers, question.took(System.nanoTime()));
        } catch (InterruptedException cutOff) {
            return notSeen(question, Why.SKIPPED, "the run was cut off while this was asked for");
        } catch (OpenStackException refused) {
            return notSeen(question, why(refused), message(refused));
        } catch (UnreadableAnswer unreadable) {
            return notSeen(question, Why.FAILED, message(unreadable));
        } catch (RuntimeException | StackOverflowError defect) {
            return notSeen(question, Why.FAILED, "a defect of this program, please report it: " + defect);
        }
    }

    private static Why why(OpenStackException refused) {
        return switch (refused.kind()) {
            case FORBIDDEN -> Why.FORBIDDEN;
            case MISSING_SERVICE -> Why.NO_SERVICE;
            case CONFIG, CREDENTIAL, TLS, CONNECTION, NOT_FOUND, CONFLICT, QUOTA, UNAVAILABLE, REFUSED, GARBLED ->
                Why.FAILED;
        };
    }

    private static String message(RuntimeException exception) {
        return String.valueOf(exception.getMessage()).replaceAll("\\s*[\\r\\n]+\\s*", " ");
    }

    private static Observation.NotSeen notSeen(Question question, Why cause, String why) {
        return new Observation.NotSeen(cause, why, question.soFar(), question.took(System.nanoTime()));
    }

    private void settleUnasked(Question question, Why cause, String why) {
        question.observation = new Observation.NotSeen(cause, why, List.of(), Duration.ZERO);
        question.over = true;
        changed.signalAll();
        progress.finished(question.input.name(), question.observation);
    }

    private void settle(Question question, Observation observation) {
        lock.lock();
        try {
            if (question.observation == null) {
                question.observation = observation;
                changed.signalAll();
                progress.finished(question.input.name(), observation);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Gives up what took too long; nanoseconds until the next limit passes. */
    private long enforceLimits(long now) {
        var limits = request.limits();
        long whole = limits.whole().toNanos() - (now - began);
        if (whole <= 0) {
            cutOff(Why.FAILED, "the run's time limit of " + inWords(limits.whole()) + " passed");
        }
        long next = whole;
        for (var question : questions.values()) {
            if (question.observation == null) {
                long left = question.left(limits.input(), now);
                if (left <= 0) {
                    giveUp(question, Why.FAILED, "gave up after " + inWords(limits.input()) + ", the limit per input");
                } else {
                    next = Math.min(next, left);
                }
            }
        }
        return next;
    }

    private void cutOff(Why cause, String why) {
        cutOff = true;
        List.copyOf(questions.values()).stream()
                .filter(question -> question.observation == null)
                .forEach(question -> giveUp(question, cause, why));
    }

    private void giveUp(Question question, Why cause, String why) {
        settle(question, notSeen(question, cause, why));
        if (question.thread != null) {
            question.thread.interrupt();
        }
    }

    private void refuseCircle(Question asking, Question asked) {
        if (reaches(asked, asking.input.name())) {
            throw new IllegalStateException(
                    "inputs wait for each other: " + asking.input.name() + " and " + asked.input.name());
        }
    }

    private boolean reaches(Question from, String name) {
        return from.input.name().equals(name) || from.waitsFor.stream().anyMatch(next -> reaches(question(next), name));
    }

    private static String inWords(Duration limit) {
        return limit.toSeconds() % 60 == 0 && limit.toSeconds() > 0
                ? limit.toMinutes() + " min"
                : limit.toMillis() / 1000.0 + " s";
    }
}
