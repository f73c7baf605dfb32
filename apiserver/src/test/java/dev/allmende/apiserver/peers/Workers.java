package dev.allmende.apiserver.peers;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;

/** Plays scripts beside each other, a script never beside itself: its namespace has room for one. */
final class Workers {

    private final ExecutorService threads;
    private final Map<String, ReentrantLock> scripts = new ConcurrentHashMap<>();

    Workers(int count) {
        threads = Executors.newFixedThreadPool(
                count, Thread.ofVirtual().name("peers-", 0).factory());
    }

    /** Begins when a thread is free. What is returned waits for the end. */
    <T> Callable<T> of(String script, Callable<T> work) {
        var lock = scripts.computeIfAbsent(script, name -> new ReentrantLock());
        var future = threads.submit(() -> {
            lock.lock();
            try {
                return work.call();
            } finally {
                lock.unlock();
            }
        });
        return () -> {
            try {
                return future.get();
            } catch (ExecutionException e) {
                throw e.getCause() instanceof Exception cause ? cause : e;
            }
        };
    }
}
