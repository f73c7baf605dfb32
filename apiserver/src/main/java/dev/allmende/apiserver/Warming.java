package dev.allmende.apiserver;

import dev.allmende.apiserver.endpoint.Published;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Makes the OpenAPI documents a while after the start, which the first {@code kubectl create} would have to wait for: half
 * a second on an idle machine. Not at once, for the first clients come just after the start.
 */
final class Warming implements AutoCloseable {

    private static final Duration LATER = Duration.ofSeconds(2);

    private final Thread thread;

    Warming(Supplier<Published> published) {
        thread = Thread.ofPlatform().name("warming").daemon().start(() -> {
            try {
                Thread.sleep(LATER);
                published.get().openApi().index();
            } catch (InterruptedException _) {
                // the server stops; nobody will ask any more
            }
        });
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
