package dev.allmende.apiserver.endpoint;

/** Waits, for a bounded time, until followers of the store know of the newest writes. */
public interface CaughtUp {
    void await() throws InterruptedException;
}
