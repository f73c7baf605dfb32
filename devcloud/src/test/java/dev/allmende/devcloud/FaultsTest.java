package dev.allmende.devcloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.allmende.devcloud.fault.Fault;
import dev.allmende.devcloud.fault.Fault.Where;
import dev.allmende.devcloud.scenario.Scenario;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultsTest {
    private static final String FLAVORS = "/compute/v2.1/flavors";
    private static final String VOLUMES = "/volume/v3/volumes";
    private static final String VOLUME = "{\"volume\":{\"size\":1,\"name\":\"v\"}}";
    private final MovableClock clock = new MovableClock();
    private DevCloud cloud;
    private Client demo;

    @BeforeEach
    void start() {
        cloud = DevCloud.start(Scenario.named("good"), 0, clock);
        demo = Client.of(cloud, "demo", "demo");
    }

    @AfterEach
    void stop() {
        cloud.close();
    }

    @Test
    void failsTheFirstRequestsOfABurstAndThenRecovers() {
        cloud.faults().add(new Fault.Status(Where.service("compute"), 503, 2, 1, Optional.of(7)));
        HttpResponse<String> first = demo.get(FLAVORS);
        assertThat(first.statusCode()).isEqualTo(503);
        assertThat(first.headers().firstValue("Retry-After")).hasValue("7");
        assertThat(demo.get(FLAVORS).statusCode()).isEqualTo(503);
        assertThat(demo.get(FLAVORS).statusCode()).isEqualTo(200);
        assertThat(demo.get("/image/v2/images").statusCode()).isEqualTo(200);
    }

    @Test
    void cutsTheConnectionWithoutAnAnswer() {
        cloud.faults().add(new Fault.Cut(Where.path("compute", "POST", ""), 1, 1));
        assertThatThrownBy(() -> demo.send("POST", FLAVORS, "{}")).isInstanceOf(UncheckedIOException.class);
        assertThat(demo.send("POST", FLAVORS, "{}").statusCode()).isEqualTo(403);
    }

    @Test
    void makesTokensInvalidInTheMiddleOfARun() {
        cloud.faults().add(new Fault.Expire(Where.service("compute"), 1));
        assertThat(demo.get(FLAVORS).statusCode()).isEqualTo(200);
        assertThat(demo.get(FLAVORS).statusCode()).isEqualTo(401);
        demo.login("demo", "demo-password", "Default", "demo");
        assertThat(demo.get(FLAVORS).statusCode()).isEqualTo(200);
    }

    @Test
    void letsTokensExpireByTheClock() {
        clock.pass(Duration.ofHours(5));
        assertThat(demo.get(FLAVORS).statusCode()).isEqualTo(401);
    }

    @Test
    void diesAfterANumberOfRequests() {
        cloud.faults().add(new Fault.Dead(Where.ANYWHERE, 1));
        assertThat(demo.get(FLAVORS).statusCode()).isEqualTo(200);
        // the client itself repeats a GET once whose connection was cut
        assertThatThrownBy(() -> demo.get(FLAVORS)).isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> demo.get("/image/v2/images")).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void sendsASlowBodyWhole() {
        cloud.faults().add(new Fault.Slow(Where.service("compute"), Duration.ofMillis(20)));
        assertThat(demo.json(FLAVORS).path("flavors")).isNotEmpty();
    }

    @Test
    void keepsAVolumeCreatingForEver() {
        cloud.faults().add(new Fault.Stuck(Where.thing("volume", "^v$")));
        String id = create();
        clock.pass(Duration.ofHours(1));
        assertThat(demo.json(VOLUMES + "/" + id).at("/volume/status").asText()).isEqualTo("creating");
    }

    @Test
    void letsAVolumeEndInError() {
        cloud.faults().add(new Fault.Broken(Where.service("volume")));
        String id = create();
        clock.pass(Duration.ofSeconds(1));
        assertThat(demo.json(VOLUMES + "/" + id).at("/volume/status").asText()).isEqualTo("error");
    }

    @Test
    void refusesWhatExceedsTheQuota() {
        cloud.faults().add(new Fault.Quota(Where.service("volume")));
        assertThat(demo.send("POST", VOLUMES, VOLUME).statusCode()).isEqualTo(413);
        cloud.faults().clear();
        assertThat(demo.send("POST", VOLUMES, VOLUME).statusCode()).isEqualTo(202);
    }

    private String create() {
        return Client.tree(demo.send("POST", VOLUMES, VOLUME)).at("/volume/id").asText();
    }
}
