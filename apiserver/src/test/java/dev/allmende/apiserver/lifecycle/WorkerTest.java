package dev.allmende.apiserver.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WorkerTest {

    private final BlockingQueue<String> done = new LinkedBlockingQueue<>();
    private final BlockingQueue<Exception> problems = new LinkedBlockingQueue<>();

    @Test
    void worksOffEachKeyOnceHoweverOftenItWasAddedMeanwhile() throws InterruptedException {
        var open = new CountDownLatch(1);
        try (var worker = new Worker<String>(
                "test",
                key -> {
                    open.await();
                    return done.add(key);
                },
                problems::add)) {
            worker.add("first");
            for (int i = 0; i < 100; i++) {
                worker.add("second");
                worker.add("third");
            }
            open.countDown();
            assertThat(taken(3)).contains("first", "second", "third");
            worker.add("last");
            assertThat(taken(1)).containsExactly("last");
        }
    }

    @Test
    void triesAgainWhatIsNotDoneAndWhatFailsAndTellsTheFailure() throws InterruptedException {
        List<String> tries = new ArrayList<>();
        try (var worker = new Worker<String>(
                "test",
                key -> {
                    tries.add(key);
                    return switch (tries.size()) {
                        case 1 -> false;
                        case 2 -> throw new IllegalStateException("no luck");
                        default -> done.add(key);
                    };
                },
                problems::add)) {
            worker.add("key");
            assertThat(taken(1)).containsExactly("key");
        }
        assertThat(tries).hasSize(3);
        assertThat(problems)
                .singleElement()
                .satisfies(problem -> assertThat(problem).hasMessage("no luck"));
    }

    @Test
    void doesNotWaitForOneKeyWithTheOthers() throws InterruptedException {
        try (var worker = new Worker<String>("test", key -> !key.equals("never") && done.add(key), problems::add)) {
            worker.add("never");
            for (int i = 0; i < 1000; i++) {
                worker.add("key-" + i);
            }
            assertThat(taken(1000)).startsWith("key-0", "key-1").endsWith("key-999");
        }
    }

    private List<String> taken(int count) throws InterruptedException {
        List<String> taken = new ArrayList<>();
        while (taken.size() < count) {
            var next = done.poll(60, TimeUnit.SECONDS);
            assertThat(next).as("key number %d", taken.size()).isNotNull();
            taken.add(next);
        }
        return taken;
    }
}
