package dev.allmende.status;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.allmende.api.SecretReference;
import dev.allmende.api.status.Component;
import dev.allmende.api.status.ComponentSpec;
import dev.allmende.api.status.Policy;
import dev.allmende.api.status.Probe;
import dev.allmende.api.status.ProbeSpec;
import dev.allmende.api.status.ProbeTargets;
import dev.allmende.apiserver.junit.ApiServerExtension;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is told of figures holds for those that there are. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(ApiServerExtension.class)
class FiguresTest {

    private static final Path DASHBOARD = Path.of("..", "..", "deploy", "grafana", "status.json");
    private static final Path REFERENCE = Path.of("..", "..", "docs", "reference", "metrics.md");
    private static final Pattern METRIC = Pattern.compile("allmende_[a-z_]+");
    private static final Pattern GROUPED = Pattern.compile("\\bby \\(([^)]*)\\)|\\{\\{(\\w+)}}|[{,](\\w+)=");
    private static final int TRIES = 3000;

    private String figures;

    @BeforeAll
    void raise(KubernetesClient kubernetes) throws Exception {
        try (var stage = new Stage(kubernetes, "figures", InstantSource.system())) {
            stage.make(Stage.page("Cloud"), "page");
            var component = new Component();
            component.setSpec(ComponentSpec.named("Disks", null));
            stage.make(component, "disks");
            var probe = new Probe();
            probe.setSpec(ProbeSpec.alertmanager(
                    new ProbeTargets.Alertmanager(new SecretReference("none"), Map.of(), null, null),
                    List.of(),
                    Policy.PROPOSE));
            stage.make(probe, "alerts");
            for (int i = 0; i < TRIES && !stage.status.figures().contains("state=\"OK\""); i++) {
                Thread.sleep(20);
            }
            figures = stage.status.figures();
        }
    }

    private static Set<String> metrics(String text) {
        return METRIC.matcher(text).results().map(found -> found.group()).collect(Collectors.toSet());
    }

    private Set<String> series() {
        return figures.lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.substring(0, line.indexOf('{')))
                .collect(Collectors.toSet());
    }

    private static List<JsonNode> queries() throws IOException {
        var dashboard = new ObjectMapper().readTree(Files.readString(DASHBOARD));
        return dashboard.findValues("targets").stream()
                .flatMap(JsonNode::valueStream)
                .toList();
    }

    @Test
    void aComponentThatNothingAffectsIsWell() {
        assertThat(figures)
                .contains("allmende_component_severity{namespace=\"figures\",component=\"disks\"} 0\n")
                .contains("allmende_component_maintenance{namespace=\"figures\",component=\"disks\"} 0\n");
    }

    @Test
    void theDashboardAsksForSeriesThatThereAre() throws Exception {
        assertThat(queries()).hasSizeGreaterThan(6);
        assertThat(series()).containsAll(metrics(Files.readString(DASHBOARD)));
    }

    @Test
    void theDashboardGroupsByLabelsThatThereAre() throws Exception {
        for (var query : queries()) {
            var told = query.path("expr").asText() + query.path("legendFormat").asText();
            var labels = GROUPED.matcher(told)
                    .results()
                    .flatMap(found -> Arrays.stream(
                            (found.group(1) + "," + found.group(2) + "," + found.group(3)).split(", *", 0)))
                    .filter(label -> !label.equals("null"))
                    .collect(Collectors.toSet());
            assertThat(labels)
                    .isNotEmpty()
                    .allSatisfy(label -> assertThat(figures).contains(label + "=\""));
        }
    }

    @Test
    void theReferenceListsThemAll() throws Exception {
        var types = figures.lines()
                .filter(line -> line.startsWith("# TYPE"))
                .map(line -> line.split(" ", 4)[2])
                .collect(Collectors.toSet());
        assertThat(metrics(Files.readString(REFERENCE))).containsAll(types);
    }
}
