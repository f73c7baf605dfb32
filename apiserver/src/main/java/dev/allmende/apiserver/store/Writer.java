package dev.allmende.apiserver.store;

import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/**
 * The one thread that writes. It takes all orders that wait, up to a bound, and commits them together: one sync of the disk
 * for all who came while the last one was under way.
 */
final class Writer implements AutoCloseable {

    private static final int MOST_ORDERS = 256;
    private static final long MOST_BYTES = 4L << 20;

    /** Changes that leave the history at once; fewer wait for more while others write, as each such step costs a page. */
    private static final int SLICE = 64;

    private static final Duration IDLE = Duration.ofSeconds(5);

    /** Something to do on the writer's connection. */
    interface Work {
        void on(Disk disk) throws SQLException;
    }

    private final StoreOptions options;
    private final Disk disk;
    private final Memory memory;
    private final Retention retention;
    private final Interner interner;
    private final Waker waker;
    private final Checkpointer checkpointer;
    private final InstantSource clock;
    private final LinkedBlockingQueue<Order> orders = new LinkedBlockingQueue<>();
    private final LongAdder commits = new LongAdder();
    private final LongAdder written = new LongAdder();
    private final Thread thread;
    private volatile boolean closing;
    private volatile boolean ended;

    Writer(StoreOptions options, Opened opened, Waker waker) {
        this.options = options;
        this.disk = opened.disk();
        this.memory = opened.memory();
        this.retention = opened.retention();
        this.interner = opened.interner();
        this.checkpointer = opened.checkpointer();
        this.waker = waker;
        this.clock = options.clock();
        this.thread = Thread.ofPlatform().name("store-writer").start(this::run);
    }

    Entry write(Change change) {
        var order = new Order.Write(change);
        give(order);
        return order.written();
    }

    /** Runs between two batches, with no transaction open. */
    void work(Work work) {
        give(new Order.Job(work));
    }

    /** Lets all go that no longer belongs to the history. */
    void trim() {
        work(disk -> {
            while (commit(new Batch(memory, interner, options.indexer()), 1)) {
                // the next slice
            }
        });
    }

    /** How many commits there were since the start. */
    long commits() {
        return commits.sum();
    }

    /** How many changes they held. */
    long written() {
        return written.sum();
    }

    /** How many wait now. */
    int waiting() {
        return orders.size();
    }

    private void give(Order order) {
        if (closing) {
            throw closed();
        }
        orders.add(order);
        if (ended && orders.remove(order)) {
            throw closed();
        }
        order.await();
    }

    private StoreUnavailable closed() {
        return new StoreUnavailable(options.file() + ": the store is closed");
    }

    private void run() {
        var taken = new ArrayList<Order>(MOST_ORDERS);
        try {
            while (!closing || !orders.isEmpty()) {
                take(taken);
                if (taken.isEmpty()) {
                    commit(new Batch(memory, interner, options.indexer()), 1);
                }
                inOrder(taken);
                taken.clear();
            }
        } finally {
            ended = true;
            orders.drainTo(taken);
            taken.forEach(order -> order.failed(closed()));
        }
    }

    private void take(List<Order> into) {
        try {
            var first = orders.poll(IDLE.toMillis(), TimeUnit.MILLISECONDS);
            if (first != null) {
                into.add(first);
                orders.drainTo(into, MOST_ORDERS - 1);
            }
        } catch (InterruptedException e) {
            closing = true;
        }
    }

    private void inOrder(List<Order> taken) {
        var batch = new Batch(memory, interner, options.indexer());
        for (var order : taken) {
            if (batch.bytes() > MOST_BYTES || order instanceof Order.Job) {
                commit(batch, SLICE);
                batch = new Batch(memory, interner, options.indexer());
            }
            switch (order) {
                case Order.Write write -> batch.add(write);
                case Order.Job job -> run(job);
            }
        }
        commit(batch, SLICE);
    }

    /** @return whether changes left the history */
    private boolean commit(Batch batch, int fewestLeaving) {
        long now = clock.millis();
        var leaving = retention.due(now, SLICE + 2 * batch.rows().size());
        if (leaving.size() < fewestLeaving) {
            leaving = List.of();
        }
        if (batch.rows().isEmpty() && leaving.isEmpty()) {
            batch.release();
            return false;
        }
        try {
            disk.commit(batch.rows(), leaving, now);
        } catch (SQLException e) {
            batch.fail(new StoreUnavailable(options.file(), e));
            return false;
        } catch (RuntimeException e) {
            batch.fail(e);
            return false;
        }
        batch.publish(retention, now);
        commits.increment();
        written.add(batch.rows().size());
        waker.call();
        retention.drop(leaving);
        batch.release();
        checkpointer.written(batch.bytes() + 4096L * leaving.size());
        return !leaving.isEmpty();
    }

    private void run(Order.Job job) {
        try {
            job.work.on(disk);
            job.done();
        } catch (SQLException e) {
            job.failed(new StoreUnavailable(options.file(), e));
        } catch (RuntimeException e) {
            job.failed(e);
        }
    }

    /** Ends after what was ordered before. */
    @Override
    public void close() {
        closing = true;
        orders.add(new Order.Job(disk -> {}));
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
