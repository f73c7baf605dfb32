package dev.allmende.status.trace;

import dev.allmende.status.probe.Key;
import dev.allmende.status.probe.Result;
import dev.allmende.status.probe.Rounds;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Sends a trace of each round to a collector (OTLP/HTTP): once, beside the rounds. What cannot be sent is told and lost, and
 * while four are on their way no more are begun.
 */
public final class Traces implements Rounds.Listener {

    private static final int MOST = 4;
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final Tracing tracing;
    private final RandomGenerator random;
    private final Consumer<String> problems;
    private final Semaphore room = new Semaphore(MOST);
    private @Nullable HttpClient client;

    public Traces(Tracing tracing, RandomGenerator random, Consumer<String> problems) {
        this.tracing = tracing;
        this.random = random;
        this.problems = problems;
    }

    @Override
    public void heard(Key key, String place, Result result) {
        if (!room.tryAcquire()) {
            problems.accept("a trace of %s is lost: %s is slow".formatted(key.name(), tracing.shown()));
            return;
        }
        var trace = Trace.of(tracing.service(), key, place, result, random).toString();
        Thread.ofVirtual().name("trace").start(() -> {
            try {
                send(trace);
            } finally {
                room.release();
            }
        });
    }

    private void send(String trace) {
        var request = tracing.request()
                .timeout(LIMIT)
                .setHeader("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(trace));
        try {
            var answer = client().send(request.build(), HttpResponse.BodyHandlers.discarding());
            if (answer.statusCode() >= 300) {
                problems.accept("traces: %s answered %d".formatted(tracing.shown(), answer.statusCode()));
            }
        } catch (IOException lost) {
            problems.accept("traces: %s: %s".formatted(tracing.shown(), lost));
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    /** Made when the first trace is sent: most have no collector. */
    private synchronized HttpClient client() {
        if (client == null) {
            client = HttpClient.newBuilder().connectTimeout(LIMIT).build();
        }
        return client;
    }
}
