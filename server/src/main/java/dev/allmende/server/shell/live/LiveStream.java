package dev.allmende.server.shell.live;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.request.Answer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * What changes, told to one page as server-sent events (HTML, 9.2). Ends with the session, and after some minutes anyway,
 * so that rights are looked at again when the browser comes back.
 */
final class LiveStream implements Answer.Source {

    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(3);

    /** A watch that lags more than this behind another would lose an event when the connection breaks. */
    private static final Duration SETTLED = Duration.ofSeconds(5);

    /** A change often comes as several. */
    private static final Duration GATHER = Duration.ofMillis(150);

    private static final int QUEUE = 1_000;

    private final List<Follow> follows;
    private final Part part;
    private final BooleanSupplier goesOn;
    private final BlockingQueue<Message> messages = new LinkedBlockingQueue<>(QUEUE);
    private final Deque<Sent> sent = new ArrayDeque<>();
    private long settled;

    /** The part of a page that is made anew when its object changes. */
    interface Part {
        /** @throws dev.allmende.server.shell.visit.Refusal when the object cannot be read any more */
        String html();

        String gone();
    }

    private record Sent(long at, long version) {}

    LiveStream(List<Follow> follows, Part part, BooleanSupplier goesOn) {
        this.follows = List.copyOf(follows);
        this.part = part;
        this.goesOn = goesOn;
    }

    @Override
    public void writeTo(Answer.Sink sink) throws InterruptedException {
        try (var watches = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                follows.forEach(follow -> watches.execute(() -> follow.run(messages)));
                tell(sink);
            } finally {
                watches.shutdownNow();
            }
        }
    }

    private void tell(Answer.Sink sink) throws InterruptedException {
        long end = System.nanoTime() + LONGEST.toNanos();
        boolean on = send(sink, "on", Json.object());
        while (on && sink.isOpen() && System.nanoTime() < end) {
            var message = messages.poll(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
            if (!goesOn.getAsBoolean()) {
                send(sink, "stale", Json.object());
                return;
            }
            on = message == null ? sink.send(": \n\n".getBytes(StandardCharsets.UTF_8)) : tell(sink, message);
        }
    }

    /** @return whether to go on */
    private boolean tell(Answer.Sink sink, Message message) throws InterruptedException {
        return switch (message) {
            case Message.Row(var table, var id, var html, var version) -> {
                seen(version);
                yield send(
                        sink,
                        "row",
                        Json.object().put("table", table).put("id", id).put("html", html));
            }
            case Message.Drop(var table, var id, var version) -> {
                seen(version);
                yield send(sink, "drop", Json.object().put("table", table).put("id", id));
            }
            case Message.Seen(var version) -> {
                seen(version);
                yield true;
            }
            case Message.Changed(var version) -> {
                seen(version);
                yield tellPart(sink);
            }
            case Message.Gone _ -> {
                send(sink, "part", Json.object().put("html", part.gone()).put("last", true));
                yield false;
            }
            case Message.Ended _ -> false;
            case Message.Stale _ -> {
                send(sink, "stale", Json.object());
                yield false;
            }
        };
    }

    private boolean tellPart(Answer.Sink sink) throws InterruptedException {
        Thread.sleep(GATHER);
        while (messages.peek() instanceof Message.Changed) {
            messages.poll();
        }
        if (messages.contains(new Message.Gone())) {
            return true;
        }
        try {
            return send(sink, "part", Json.object().put("html", part.html()));
        } catch (dev.allmende.server.shell.visit.Refusal refused) {
            return true; // a deletion is told by its own event
        }
    }

    private void seen(long version) {
        if (version > 0) {
            sent.add(new Sent(System.nanoTime(), version));
        }
        while (!sent.isEmpty() && System.nanoTime() - sent.peek().at() > SETTLED.toNanos()) {
            settled = Math.max(settled, sent.remove().version());
        }
    }

    /** The browser names the id when it comes again after the connection broke. */
    private boolean send(Answer.Sink sink, String event, ObjectNode data) throws InterruptedException {
        var text = "event: " + event + "\n" + (settled > 0 ? "id: " + settled + "\n" : "") + "data: " + Json.text(data)
                + "\n\n";
        return sink.send(text.getBytes(StandardCharsets.UTF_8));
    }
}
