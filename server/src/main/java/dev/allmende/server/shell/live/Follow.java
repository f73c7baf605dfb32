package dev.allmende.server.shell.live;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.request.Answer;
import java.util.concurrent.BlockingQueue;

/**
 * One watch of the API and how its events are told to the page.
 *
 * @param source of the events
 */
record Follow(Answer.Source source, Reading reading) {

    /** Reads an event of a watch: a type, and an object or a row. */
    interface Reading {
        Message read(String type, ObjectNode object);
    }

    private static final int GONE = 410;

    /** Runs until the watch ends or the thread is interrupted; a full queue makes the page stale. */
    void run(BlockingQueue<Message> messages) {
        try {
            source.writeTo(new Answer.Sink() {
                private boolean open = true;

                @Override
                public boolean send(byte[] line) {
                    open = messages.offer(message(line)) && open;
                    return open;
                }

                @Override
                public boolean isOpen() {
                    return open && !Thread.currentThread().isInterrupted();
                }
            });
            if (!messages.offer(new Message.Ended())) {
                overflow(messages);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The reader is too slow: what waits is worth nothing then. */
    private static void overflow(BlockingQueue<Message> messages) {
        messages.clear();
        messages.offer(new Message.Stale());
    }

    private Message message(byte[] line) {
        var event = Json.readObject(line);
        var type = Json.string(event, "type");
        if (!(event.path("object") instanceof ObjectNode object)) {
            return new Message.Seen(0);
        }
        return switch (type) {
            case "ERROR" -> object.path("code").asInt() == GONE ? new Message.Stale() : new Message.Ended();
            case "BOOKMARK" -> new Message.Seen(version(object));
            default -> reading.read(type, object);
        };
    }

    /** Versions of this server are numbers that grow over all kinds. */
    static long version(ObjectNode object) {
        return Json.at(object, "metadata", "resourceVersion").asLong();
    }
}
