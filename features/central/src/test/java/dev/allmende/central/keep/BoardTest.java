package dev.allmende.central.keep;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.allmende.openstack.network.Network;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BoardTest {

    private final List<Network> cloud = new ArrayList<>(List.of(network("a"), network("b")));
    private final AtomicInteger lists = new AtomicInteger();
    private final AtomicLong nanos = new AtomicLong(-5_000_000_000L);
    private final Board<Network> board = new Board<>(this::list, nanos::get);

    private List<Network> list() {
        lists.incrementAndGet();
        return List.copyOf(cloud);
    }

    private static Network network(String id) {
        return new Network(JsonNodeFactory.instance.objectNode().put("id", id));
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Test
    void oneListServesAllWhoAskAtThatTime() {
        assertThat(board.find("a", false)).isPresent();
        pass(Duration.ofMillis(900));
        assertThat(board.find("b", false)).isPresent();
        assertThat(board.find("c", false)).isEmpty();

        assertThat(lists).hasValue(1);
    }

    @Test
    void whatIsOnItsWayIsSeenNoLaterThanASecondAfterwards() {
        board.find("c", false);
        cloud.add(network("c"));
        pass(Duration.ofMillis(1_100));

        assertThat(board.find("c", false)).isPresent();
    }

    @Test
    void aRestartCostsOneListHoweverLongItTakes() {
        for (int i = 0; i < 50; i++) {
            board.find("object-" + i, true);
            pass(Duration.ofSeconds(1));
        }

        assertThat(lists).hasValue(1);
    }

    @Test
    void whoIsWokenWhileAllWasCalmSeesTheCloudAsItIsNow() {
        board.find("a", true);
        cloud.removeFirst();
        pass(Duration.ofMillis(10));

        assertThat(board.find("a", true)).isEmpty();
    }

    @Test
    void whatWasReadBeforeACallOfOursDoesNotCount() {
        board.find("a", false);
        pass(Duration.ofMillis(1));
        cloud.add(network("new"));
        board.changed("new");
        pass(Duration.ofMillis(1));

        assertThat(board.find("new", false)).isPresent();
        assertThat(board.find("a", false)).isPresent();
        assertThat(lists).hasValue(2);
    }

    @Test
    void ownersThatNeverMadeAnythingShareAListOfAnyAge() {
        board.all("one");
        pass(Duration.ofSeconds(40));
        board.all("two");
        assertThat(lists).hasValue(1);

        board.changed("two");
        pass(Duration.ofMillis(1));
        board.all("two");
        board.all("three");
        assertThat(lists).hasValue(2);
    }

    @Test
    void aListThatNobodyAskedForLatelyIsLetGo() {
        board.all("one");
        pass(Duration.ofSeconds(61));
        board.tidy();
        board.all("one");

        assertThat(lists).hasValue(2);
    }

    @Test
    void manyWhoAskAtOnceWaitForOneList() throws Exception {
        var begin = new CountDownLatch(1);
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = new ArrayList<Future<Boolean>>();
            for (int i = 0; i < 100; i++) {
                asked.add(people.submit(() -> {
                    begin.await();
                    return board.find("a", false).isPresent();
                }));
            }
            begin.countDown();
            for (var each : asked) {
                assertThat(each.get()).isTrue();
            }
        }
        assertThat(lists).hasValue(1);
    }
}
