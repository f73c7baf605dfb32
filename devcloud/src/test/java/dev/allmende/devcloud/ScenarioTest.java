package dev.allmende.devcloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.devcloud.scenario.Scenario;
import dev.allmende.devcloud.scenario.ScenarioException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ScenarioTest {
    private static final String PEOPLE = """
            domains: [{name: Default, projects: [demo]}]
            users: [{name: demo, password: demo-password, grants: [{project: demo, roles: [member]}]}]
            """;

    @Test
    void namesFileLineAndColumnOfAWrongValue() {
        assertThatThrownBy(() -> Scenario.parse("my.yaml", PEOPLE + "flavors:\n  - {name: x, vcpus: many, ram: 1}\n"))
                .isInstanceOf(ScenarioException.class)
                .hasMessage("my.yaml: line 4, column 22: flavors[0].vcpus: wanted a whole number");
    }

    @Test
    void namesAnUnknownKeyAndTheKnownOnes() {
        assertThatThrownBy(() -> Scenario.parse("my.yaml", PEOPLE + "flavours: []\n"))
                .hasMessageStartingWith("my.yaml: line 3, column 11: flavours: wanted no such key here; known: [")
                .hasMessageContaining("flavors");
    }

    @Test
    void saysWhatIsMissing() {
        assertThatThrownBy(() -> Scenario.parse("my.yaml", "name: x\n"))
                .hasMessage("my.yaml: line 1, column 1: wanted the key 'domains'");
    }

    @Test
    void refusesTextThatIsNoYaml() {
        assertThatThrownBy(() -> Scenario.parse("my.yaml", "a: [b\n")).hasMessageStartingWith("my.yaml: line ");
        assertThatThrownBy(() -> Scenario.parse("my.yaml", "")).hasMessageContaining("is empty");
    }

    @Test
    void readsFaults() {
        Scenario scenario = Scenario.parse(
                "my.yaml",
                PEOPLE + "faults:\n  - {kind: status, service: compute, status: 503, times: 2, retryAfter: 1}\n"
                        + "  - {kind: stuck, service: volume, name: x}\n");
        assertThat(scenario.faults()).hasSize(2);
        assertThatThrownBy(() -> Scenario.parse("my.yaml", PEOPLE + "faults: [{kind: earthquake}]\n"))
                .hasMessageContaining("wanted one of [latency, status");
    }

    @Test
    void makesUpItemsInNumbersAndPagesThem() {
        Scenario scenario = Scenario.parse("my.yaml", PEOPLE + "generate: {flavors: 1200, images: 60}\n");
        try (DevCloud cloud = DevCloud.start(scenario)) {
            Client demo = Client.of(cloud, "demo", "demo");
            JsonNode page = demo.json("/compute/v2.1/flavors/detail");
            assertThat(page.path("flavors")).hasSize(1000);
            assertThat(demo.json(page.at("/flavors_links/0/href").asText()).path("flavors"))
                    .hasSize(200);
            assertThat(demo.json("/image/v2/images").path("images")).hasSize(25);
            assertThat(demo.json("/image/v2/images?limit=1000").path("images")).hasSize(60);
        }
    }

    @Test
    void buildsNoImageAfterItsUploadAtAnyHour() {
        Scenario scenario = Scenario.parse("my.yaml", PEOPLE + "generate: {images: 100}\n");
        Clock shortlyAfterMidnight = Clock.fixed(Instant.parse("2026-11-26T00:00:20Z"), ZoneOffset.UTC);
        try (DevCloud cloud = DevCloud.start(scenario, 0, shortlyAfterMidnight)) {
            JsonNode images = Client.of(cloud, "demo", "demo").json("/image/v2/images?limit=1000");
            assertThat(images.path("images"))
                    .hasSize(100)
                    .allSatisfy(
                            image -> assertThat(image.path("image_build_date").asText())
                                    .isLessThan(image.path("created_at").asText()));
        }
    }

    @Test
    void readsTheScenariosThatShip() {
        assertThat(Scenario.named("demo").services())
                .noneMatch(service -> service.type().equals("load-balancer"));
        assertThat(Scenario.named("big").generate().images()).isEqualTo(10_000);
        assertThatThrownBy(() -> Scenario.named("nope")).hasMessageContaining("good, demo and big");
    }
}
