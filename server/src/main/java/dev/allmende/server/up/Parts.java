package dev.allmende.server.up;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** What runs beside the API server. Stopped in the opposite order; one that fails never keeps another from it. */
final class Parts implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Parts.class.getName());

    private record Part(String name, AutoCloseable running) {}

    private final Deque<Part> parts = new ArrayDeque<>();

    <T extends AutoCloseable> T keep(String name, T running) {
        parts.push(new Part(name, running));
        LOG.log(System.Logger.Level.INFO, name + " started");
        return running;
    }

    <T extends AutoCloseable> Optional<T> keep(String name, Optional<T> running) {
        return running.map(part -> keep(name, part));
    }

    @Override
    public void close() {
        while (!parts.isEmpty()) {
            var part = parts.pop();
            try {
                part.running().close();
            } catch (Exception e) {
                LOG.log(System.Logger.Level.WARNING, part.name() + " did not stop cleanly", e);
            }
        }
    }
}
