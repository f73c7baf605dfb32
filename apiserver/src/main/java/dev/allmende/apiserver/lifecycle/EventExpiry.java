package dev.allmende.apiserver.lifecycle;

import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.request.DeleteOptions;
import dev.allmende.apiserver.resource.GroupResource;
import dev.allmende.apiserver.store.Entry;
import dev.allmende.apiserver.store.ObjectStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.function.Consumer;

/** Deletes events that nobody has added to for a while: one hour, as kube-apiserver. */
public final class EventExpiry implements AutoCloseable {

    private static final GroupResource EVENTS = new GroupResource("", "events");
    public static final Duration LIFE = Duration.ofHours(1);
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final ObjectStore store;
    private final Cleaning cleaning;
    private final InstantSource clock;
    private final Consumer<Exception> problems;
    private final Thread thread;

    public EventExpiry(ObjectStore store, Cleaning cleaning, InstantSource clock, Consumer<Exception> problems) {
        this.store = store;
        this.cleaning = cleaning;
        this.clock = clock;
        this.problems = problems;
        this.thread = Thread.ofVirtual().name("event-expiry").start(this::run);
    }

    private void run() {
        try {
            while (true) {
                Thread.sleep(PAUSE);
                try {
                    sweep();
                } catch (RuntimeException e) {
                    problems.accept(e);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Deletes what is too old now. */
    public void sweep() {
        var oldest = clock.instant().minus(LIFE);
        store.list(EVENTS, "", 0, "", 0, entry -> last(entry).isBefore(oldest))
                .entries()
                .forEach(entry -> cleaning.delete(entry.key(), DeleteOptions.DEFAULT));
    }

    private static Instant last(Entry entry) {
        var event = Json.readObject(entry.json());
        var last = Instant.EPOCH;
        for (var time : new String[] {
            Json.string(event, "metadata", "creationTimestamp"),
            Json.string(event, "lastTimestamp"),
            Json.string(event, "eventTime"),
            Json.string(event, "series", "lastObservedTime")
        }) {
            try {
                var at = Instant.parse(time);
                last = at.isAfter(last) ? at : last;
            } catch (DateTimeParseException none) {
                // not every event has every time
            }
        }
        return last;
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
