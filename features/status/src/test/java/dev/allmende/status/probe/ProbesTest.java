package dev.allmende.status.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.api.ObjectReference;
import dev.allmende.api.status.Component;
import dev.allmende.api.status.ComponentSpec;
import dev.allmende.api.status.ImpactType;
import dev.allmende.api.status.ImpactTypeSpec;
import dev.allmende.api.status.Incident;
import dev.allmende.api.status.Origin;
import dev.allmende.api.status.Policy;
import dev.allmende.api.status.Probe;
import dev.allmende.api.status.ProbeSpec;
import dev.allmende.api.status.ProbeStatus;
import dev.allmende.api.status.ProbeTargets;
import dev.allmende.api.status.Stake;
import dev.allmende.apiserver.junit.ApiServerExtension;
import dev.allmende.devcloud.DevCloud;
import dev.allmende.devcloud.fault.Fault;
import dev.allmende.devcloud.scenario.Scenario;
import dev.allmende.openstack.config.CloudConfigs;
import dev.allmende.status.Stage;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(ApiServerExtension.class)
class ProbesTest {

    private static final int TRIES = 3000;

    @TempDir
    private Path folder;

    private static ProbeSpec openstack(ProbeTargets.Service service, List<Stake> stakes, List<ObjectReference> needs) {
        return ProbeSpec.openstack(
                        new ProbeTargets.OpenStack(new ObjectReference("demo"), null, service),
                        stakes,
                        needs,
                        Policy.PUBLISH)
                .each(1, 3, 3);
    }

    private static Stake stake(String component) {
        return new Stake(new ObjectReference(component), new ObjectReference("connectivity"), 90, 40);
    }

    private CloudAccess access(DevCloud cloud) throws Exception {
        var file = folder.resolve("clouds.yaml");
        Files.writeString(file, cloud.cloudsYaml());
        var config = CloudConfigs.read(Map.of("OS_CLIENT_CONFIG_FILE", file.toString()), folder, folder)
                .get("devcloud");
        return (name, login) -> config;
    }

    @Test
    void aFaultOfACloudBecomesAnIncidentThatEndsWithIt(KubernetesClient kubernetes) throws Exception {
        try (var cloud = DevCloud.start(Scenario.named("good"));
                var stage = new Stage(kubernetes, "probes", InstantSource.system(), access(cloud))) {
            prepare(stage);
            make(stage, "token", openstack(ProbeTargets.Service.TOKEN, List.of(), List.of()));
            for (var each : Map.of(
                            "compute", ProbeTargets.Service.COMPUTE,
                            "network", ProbeTargets.Service.NETWORK)
                    .entrySet()) {
                make(
                        stage,
                        each.getKey(),
                        openstack(
                                each.getValue(), List.of(stake(each.getKey())), List.of(new ObjectReference("token"))));
            }
            await(() -> state(stage, "compute").equals("OK")
                    && state(stage, "network").equals("OK"));

            cloud.faults()
                    .add(new Fault.Status(Fault.Where.service("compute"), 503, Integer.MAX_VALUE, 1, Optional.empty()));
            await(() -> !incidents(stage).isEmpty());
            var incident = incidents(stage).getFirst();
            assertThat(incident.getSpec().origin()).isEqualTo(Origin.PROBE);
            assertThat(incident.getSpec().displayName()).isEqualTo("compute: Connectivity problems");
            assertThat(incident.getSpec().affects())
                    .singleElement()
                    .satisfies(impact -> assertThat(impact.severity()).isEqualTo(90));
            assertThat(incident.getMetadata().getAnnotations().get("status.allmende.dev/note"))
                    .contains("open compute")
                    .contains("answered 503");
            assertThat(incident.getSpec().updates().toString())
                    .doesNotContain("503")
                    .contains("Störung");

            assertThat(stage.status.figures())
                    .contains("allmende_probe_success{namespace=\"probes\",probe=\"compute\",location=\"here\"} 0")
                    .contains("allmende_probe_state{namespace=\"probes\",probe=\"network\",state=\"OK\"} 1")
                    .contains("phase=\"total\",le=\"+Inf\"");

            cloud.faults().clear();
            await(() -> incidents(stage).getFirst().getSpec().updates().size() == 2);
            assertThat(incidents(stage)).hasSize(1);
            assertThat(incidents(stage).getFirst().getSpec().updates().getLast().description())
                    .isEqualTo("The problem is no longer seen. We keep watching.");
        }
    }

    private static void prepare(Stage stage) throws InterruptedException {
        stage.make(Stage.page("Cloud"), "page");
        for (var name : List.of("compute", "network")) {
            var component = new Component();
            component.setSpec(ComponentSpec.named(name, null));
            stage.make(component, name);
        }
        var type = new ImpactType();
        type.setSpec(ImpactTypeSpec.named("Connectivity problems"));
        stage.make(type, "connectivity");
    }

    private static void make(Stage stage, String name, ProbeSpec spec) throws InterruptedException {
        var probe = new Probe();
        probe.setSpec(spec);
        stage.make(probe, name);
    }

    private static String state(Stage stage, String probe) {
        var status = stage.kubernetes
                .resources(Probe.class)
                .inNamespace(stage.namespace)
                .withName(probe)
                .get()
                .getStatus();
        return String.valueOf(
                Objects.requireNonNullElse(status, ProbeStatus.UNSEEN).state());
    }

    private static List<Incident> incidents(Stage stage) {
        return stage.kubernetes
                .resources(Incident.class)
                .inNamespace(stage.namespace)
                .list()
                .getItems();
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < TRIES && !condition.getAsBoolean(); i++) {
            Thread.sleep(20);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }
}
