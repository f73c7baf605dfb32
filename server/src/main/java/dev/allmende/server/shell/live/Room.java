package dev.allmende.server.shell.live;

import dev.allmende.apiserver.request.Answer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** Bounds how many pages are live at once: of one session, and of all. */
final class Room {

    private static final int OF_SESSION = 10;
    private static final int OF_ALL = 300;
    private static final byte[] FULL = "event: stale\ndata: {}\n\n".getBytes(StandardCharsets.UTF_8);

    private final Semaphore all = new Semaphore(OF_ALL);
    private final Map<String, Integer> sessions = new ConcurrentHashMap<>();

    /** The stream, or where there is no room the word that the page does not change by itself. */
    Answer.Source bounded(String session, Answer.Source stream) {
        return sink -> {
            if (!all.tryAcquire()) {
                sink.send(FULL);
                return;
            }
            int open = sessions.merge(session, 1, Integer::sum);
            try {
                if (open > OF_SESSION) {
                    sink.send(FULL);
                } else {
                    stream.writeTo(sink);
                }
            } finally {
                sessions.computeIfPresent(session, (any, count) -> count == 1 ? null : count - 1);
                all.release();
            }
        };
    }
}
