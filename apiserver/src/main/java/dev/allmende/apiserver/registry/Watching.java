package dev.allmende.apiserver.registry;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.request.Answer.Sink;
import dev.allmende.apiserver.request.ListOptions;
import dev.allmende.apiserver.request.ListOptions.Match;
import dev.allmende.apiserver.status.Reason;
import dev.allmende.apiserver.status.Status;
import dev.allmende.apiserver.status.StatusException;
import dev.allmende.apiserver.store.Entry;
import dev.allmende.apiserver.store.ObjectStore.Compacted;
import dev.allmende.apiserver.store.ObjectStore.Watch;
import dev.allmende.apiserver.store.StoredEvent;
import java.time.Duration;
import java.util.Optional;

/** GET of a collection as a stream of changes. */
final class Watching {

    private static final Duration BOOKMARK_EVERY = Duration.ofSeconds(60);
    private static final Duration BOOKMARK_BEFORE_END = Duration.ofSeconds(2);

    private final Core core;

    Watching(Core core) {
        this.core = core;
    }

    /** Puts events into the form the client wants: JSON lines, rows of a table. */
    interface Format {
        /** @param object in the served version */
        byte[] event(String type, byte[] object);
    }

    /**
     * Streams until the time is over or the client is gone.
     *
     * @param duration how long at most
     */
    void run(
            ServedResource resource, String namespace, ListOptions options, Duration duration, Format format, Sink sink)
            throws InterruptedException {
        var stream = new Stream(resource, namespace, Selecting.of(resource, options), format, sink);
        try {
            long from = begin(resource, namespace, options, stream);
            if (from < 0) {
                return;
            }
            try (var watch = core.store().watch(resource.storage(), from)) {
                follow(watch, options.bookmarks(), duration, stream);
            }
        } catch (Compacted gone) {
            stream.error(
                    StatusException.expired(String.valueOf(gone.getMessage())).status());
        } catch (StatusException e) {
            stream.error(e.status());
        }
    }

    /** Sends the state to begin with. @return where to go on; -1 when the client is gone */
    private long begin(ServedResource resource, String namespace, ListOptions options, Stream stream)
            throws InterruptedException {
        long version = options.resourceVersion().orElse(0L);
        if (version > 0) {
            Listing.waitFor(core, version);
        }
        // with a match, sendInitialEvents was said: as false it means changes only
        boolean state = options.sendInitialEvents() || (version == 0 && options.match() == Match.UNSET);
        if (!state) {
            return version == 0 ? core.store().resourceVersion() : version;
        }
        var page = core.store().list(resource.storage(), namespace, 0, "", 0, stream.selecting::matches);
        for (var entry : page.entries()) {
            if (!stream.send("ADDED", entry)) {
                return -1;
            }
        }
        if (options.sendInitialEvents() && options.bookmarks() && !stream.bookmark(page.resourceVersion(), true)) {
            return -1;
        }
        return page.resourceVersion();
    }

    private void follow(Watch watch, boolean bookmarks, Duration duration, Stream stream) throws InterruptedException {
        long end = System.nanoTime() + duration.toNanos();
        long nextBookmark = System.nanoTime() + firstBookmark(duration).toNanos();
        while (stream.sink.isOpen()) {
            long now = System.nanoTime();
            if (now >= end) {
                return;
            }
            if (bookmarks && now >= nextBookmark) {
                if (!stream.bookmark(watch.seen(), false)) {
                    return;
                }
                nextBookmark = now + BOOKMARK_EVERY.toNanos();
            }
            long until = bookmarks ? Math.min(end, nextBookmark) : end;
            var events = watch.next(Duration.ofNanos(Math.max(1, Math.min(until - now, 1_000_000_000L))));
            for (var event : events) {
                if (!stream.send(event)) {
                    return;
                }
            }
        }
    }

    /** Shortly before the end, so that the client's next watch begins there; a watch too short for that has none. */
    private static Duration firstBookmark(Duration duration) {
        var beforeEnd = duration.minus(BOOKMARK_BEFORE_END);
        return beforeEnd.isPositive() && beforeEnd.compareTo(BOOKMARK_EVERY) < 0 ? beforeEnd : BOOKMARK_EVERY;
    }

    /** One client's view of the changes. */
    private record Stream(ServedResource resource, String namespace, Selecting selecting, Format format, Sink sink) {

        boolean send(StoredEvent event) throws InterruptedException {
            if (!namespace.isEmpty() && !event.entry().key().namespace().equals(namespace)) {
                return true;
            }
            boolean now = event.type() != StoredEvent.Type.DELETED && selecting.matches(event.entry());
            boolean before = event.previous().filter(selecting::matches).isPresent();
            if (now) {
                return send(before ? "MODIFIED" : "ADDED", event.entry());
            }
            if (!before) {
                return true;
            }
            return event.type() == StoredEvent.Type.DELETED ? send("DELETED", event.entry()) : left(event);
        }

        /** An object that no longer matches: the client sees it go as it knew it. */
        private boolean left(StoredEvent event) throws InterruptedException {
            Optional<Entry> previous = event.previous();
            if (previous.isEmpty()) {
                return true;
            }
            var object = Stored.tree(resource, previous.get());
            Meta.of(object).put("resourceVersion", Long.toString(event.entry().resourceVersion()));
            return sink.send(format.event("DELETED", Stored.json(object)));
        }

        boolean send(String type, Entry entry) throws InterruptedException {
            return sink.send(format.event(type, Stored.served(resource, entry)));
        }

        boolean bookmark(long resourceVersion, boolean endOfState) throws InterruptedException {
            var object = Json.object();
            object.put("kind", resource.kind().kind())
                    .put("apiVersion", resource.kind().apiVersion());
            ObjectNode metadata = object.putObject("metadata");
            metadata.put("resourceVersion", Long.toString(resourceVersion));
            if (endOfState) {
                metadata.putObject("annotations").put("k8s.io/initial-events-end", "true");
            }
            return sink.send(format.event("BOOKMARK", Json.write(object)));
        }

        void error(Status status) throws InterruptedException {
            var reason = status.reason() == Reason.GONE ? Reason.EXPIRED : status.reason();
            var told = new Status(status.code(), reason, status.message(), status.details());
            sink.send(format.event("ERROR", Json.write(told.toJson())));
        }
    }
}
