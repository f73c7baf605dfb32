package dev.allmende.devcloud.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.devcloud.DevCloud;
import dev.allmende.devcloud.scenario.Scenario;
import dev.allmende.devcloud.world.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Whether devcloud answers as a real OpenStack does. To record anew: run the test tagged real with
 * {@code -Dallmende.contract.record=FILE} and put the file in the place of {@code shapes.json}.
 */
class ContractTest {
    @Test
    void devcloudAnswersInTheShapesOfTheRecordedCloud() throws IOException {
        ObjectNode shapes = playToDevcloud();
        assertThat(Difference.between(recorded(), shapes)).isEmpty();
    }

    @Test
    @Tag("real")
    void theRealCloudStillAnswersInTheRecordedShapes() throws IOException {
        ObjectNode shapes = Player.play(Script.steps(), realCloud());
        String record = System.getProperty("allmende.contract.record", "");
        if (!record.isEmpty()) {
            Files.writeString(
                    Path.of(record),
                    Json.MAPPER
                                    .writer()
                                    .with(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                                    .withDefaultPrettyPrinter()
                                    .writeValueAsString(shapes)
                            + "\n");
        }
        assertThat(Difference.between(recorded(), shapes)).isEmpty();
    }

    private static ObjectNode playToDevcloud() throws IOException {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-24T03:00:00Z"));
        InstantSource source = now::get;
        Clock clock = source.withZone(ZoneOffset.UTC);
        Scenario scenario = Scenario.parse("contract.yaml", text("contract.yaml"));
        try (DevCloud cloud = DevCloud.start(scenario, 0, clock)) {
            Target target = new Target(
                    cloud.cloudsYaml(),
                    List.of("devcloud", "devcloud-admin", "devcloud-domain-manager"),
                    () -> now.updateAndGet(time -> time.plus(Duration.ofSeconds(1))));
            return Player.play(Script.steps(), target);
        }
    }

    private static Target realCloud() throws IOException {
        String file = System.getenv("OS_CLIENT_CONFIG_FILE");
        assertThat(file)
                .as("OS_CLIENT_CONFIG_FILE must name the clouds.yaml of a running test bed (testbed/openstack-up)")
                .isNotNull();
        return new Target(
                Files.readString(Path.of(file)), List.of("testbed", "testbed-admin", "testbed-domain-manager"), () -> {
                    try {
                        Thread.sleep(500);
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                });
    }

    private static ObjectNode recorded() throws IOException {
        return (ObjectNode) Json.MAPPER.readTree(text("shapes.json"));
    }

    private static String text(String name) throws IOException {
        try (InputStream in = ContractTest.class.getResourceAsStream(name)) {
            assertThat(in).as(name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
