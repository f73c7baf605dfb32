package dev.allmende.central.loadbalancer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.allmende.openstack.loadbalancer.Listener;
import dev.allmende.openstack.loadbalancer.LoadBalancer;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HalfMadeTest {

    private final AtomicLong nanos = new AtomicLong();
    private final HalfMade halfMade = new HalfMade(nanos::get);
    private final LoadBalancer balancer =
            new LoadBalancer(JsonNodeFactory.instance.objectNode().put("id", "lb-1"));

    @Test
    void whatWasNeverMadeIsGivenUpAfterAWhileAndTheTenantsNextOnesAreMadePartByPart() {
        assertThat(look("PENDING_CREATE")).isFalse();
        pass(14);
        assertThat(look("PENDING_CREATE")).isFalse();
        assertThat(halfMade.isMetBy("acme")).isFalse();
        pass(1);

        assertThat(look("PENDING_CREATE")).isTrue();
        assertThat(halfMade.isMetBy("acme")).isTrue();
        assertThat(halfMade.isMetBy("other")).isFalse();
    }

    @Test
    void whatServesAnybodyIsNeverGivenUp() {
        look("PENDING_CREATE", "ACTIVE");
        pass(60);
        assertThat(look("PENDING_CREATE", "ACTIVE")).isFalse();
        assertThat(look("PENDING_UPDATE")).isFalse();
        assertThat(look()).isFalse();
    }

    @Test
    void timeCountsFromTheLastGoodLookOn() {
        look("PENDING_CREATE");
        pass(14);
        look("ACTIVE");
        pass(14);

        assertThat(look("PENDING_CREATE")).isFalse();
    }

    private boolean look(String... listeners) {
        var ears = Stream.of(listeners)
                .map(status -> new Parts.Ear(
                        new Listener(JsonNodeFactory.instance.objectNode().put("provisioning_status", status)),
                        List.of()))
                .toList();
        return halfMade.isSeenIn(balancer, new Parts(ears, List.of()), "acme");
    }

    private void pass(int seconds) {
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
    }
}
