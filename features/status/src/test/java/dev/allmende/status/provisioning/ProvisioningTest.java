package dev.allmende.status.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.allmende.api.status.Component;
import dev.allmende.api.status.ComponentSpec;
import dev.allmende.api.status.ImpactType;
import dev.allmende.api.status.StatusPage;
import dev.allmende.api.status.StatusPageSpec.PhaseList;
import dev.allmende.api.status.StatusPageSpec.Severity;
import dev.allmende.status.Stage;
import dev.allmende.status.provisioning.Lacking.There;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProvisioningTest {

    private static final There NOTHING = new There(Optional.empty(), List.of(), List.of());

    private static final String FILE = """
            impactTypes:
            - displayname: Slow
              description: Takes long
            - displayname: Down
            components:
            - displayname: Moin Cluster
              labels: {az: 1, role: idp}
            - displayname: moin-cluster
            - displayname: Disks
              labels: {}
            - displayname: Disks
            phases:
            - name: Scheduled
            - name: Done
            severities:
            - {name: broken, value: 100}
            - {name: limited, value: 66}
            """;

    @Test
    void aFileBecomesAPageWithComponentsAndImpactTypes() throws InvalidFile {
        var made = new Lacking("status", NOTHING).of(Provisioning.read(FILE), "Our cloud");

        assertThat(made.getFirst()).isInstanceOfSatisfying(StatusPage.class, page -> {
            assertThat(page.getSpec().displayName()).isEqualTo("Our cloud");
            assertThat(page.getSpec().phases()).containsExactly(new PhaseList(1, List.of("Scheduled", "Done")));
            assertThat(page.getSpec().severities())
                    .containsExactly(new Severity("broken", 100), new Severity("limited", 66));
        });
        assertThat(names(made, ImpactType.class)).containsExactly("slow", "down");
        assertThat(names(made, Component.class)).containsExactly("moin-cluster", "moin-cluster-1", "disks");
        assertThat(made)
                .filteredOn(Component.class::isInstance)
                .first()
                .isInstanceOfSatisfying(Component.class, component -> {
                    assertThat(component.getSpec().displayName()).isEqualTo("Moin Cluster");
                    assertThat(component.getSpec().labels()).isEqualTo(Map.of("az", "1", "role", "idp"));
                    assertThat(component.getSpec().order()).isEqualTo(1);
                });
    }

    private static Stream<String> names(List<HasMetadata> objects, Class<? extends HasMetadata> kind) {
        return objects.stream()
                .filter(kind::isInstance)
                .map(object -> object.getMetadata().getName());
    }

    @Test
    void whatIsThereIsNotMadeAgainNorChanged() throws InvalidFile {
        var provisioning = Provisioning.read(FILE);
        var all = new Lacking("status", NOTHING).of(provisioning, "Our cloud");
        var page = (StatusPage) all.getFirst();
        var types = all.stream()
                .flatMap(each -> each instanceof ImpactType type ? Stream.of(type) : Stream.of())
                .toList();
        var parts = all.stream()
                .flatMap(each -> each instanceof Component part ? Stream.of(part) : Stream.of())
                .toList();

        assertThat(new Lacking("status", new There(Optional.of(page), types, parts)).of(provisioning, "Other"))
                .isEmpty();
        assertThat(names(
                        new Lacking("status", new There(Optional.of(page), types, parts.subList(0, 2)))
                                .of(provisioning, ""),
                        Component.class))
                .containsExactly("disks");

        var own = Stage.page("Ours", new PhaseList(4, List.of("Open")));
        own.setMetadata(new ObjectMetaBuilder()
                .withName("ours")
                .withResourceVersion("7")
                .build());
        var filled = (StatusPage) new Lacking("status", new There(Optional.of(own), types, parts))
                .of(provisioning, "")
                .getFirst();
        assertThat(filled.getMetadata().getResourceVersion()).isEqualTo("7");
        assertThat(filled.getSpec().displayName()).isEqualTo("Ours");
        assertThat(filled.getSpec().phases()).isEqualTo(own.getSpec().phases());
        assertThat(filled.getSpec().severities()).hasSize(2);
    }

    @Test
    void anotherThingsNameIsNotTaken() throws InvalidFile {
        var other = new Component();
        other.setMetadata(new ObjectMetaBuilder().withName("disks").build());
        other.setSpec(ComponentSpec.named("Other disks", null));
        var there = new There(Optional.of(Stage.page("Ours")), List.of(), List.of(other));
        assertThat(names(new Lacking("status", there).of(Provisioning.read(FILE), ""), Component.class))
                .containsExactly("moin-cluster", "moin-cluster-1", "disks-1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'[1'|it is no YAML",
                "'- a'|it has none of components, impactTypes, phases, severities",
                "'componets: []'|componets: is none of components, impactTypes, phases, severities",
                "'phases: 7'|phases: is to be a list",
                "'components: [{labels: {}}]'|components[0]: displayname is missing",
                "'components: [{displayname: a}, {displayname: [b]}]'|components[1].displayname: is to be a text of at most 300 characters",
                "'components: [{displayname: a, labels: [b]}]'|components[0].labels: is to be pairs of key and value",
                "'severities: [{name: a, value: 101}]'|severities[0]: value is to be a whole number from 0 to 100",
                "'severities: [{name: a, value: 33}]'|severities: one severity must have the value 100 (SCS-0402)",
                "'severities: [{name: a, value: 100}, {name: b, value: 100}]'|severities: value: there is a severity with this value"
            })
    void aBrokenFileIsRefusedByThePlaceInIt(String yaml, String message) {
        assertThatThrownBy(() -> Provisioning.read(yaml))
                .isInstanceOf(InvalidFile.class)
                .hasMessage(message);
    }

    /** Files of the SCS project, whose licence keeps them out of this repository. */
    @ParameterizedTest
    @ValueSource(strings = {"provisioning-api-default.yaml", "provisioning-k3s.yaml", "provisioning-scs-public.yaml"})
    void filesInUseAreTaken(String name) throws IOException, InvalidFile {
        var shared = System.getenv("ALLMENDE_SHARED");
        var root = shared != null
                ? Path.of(shared)
                : Path.of(Objects.requireNonNullElse(System.getProperty("allmende.root"), "."), "..", "shared");
        var file = root.resolve("data/status").resolve(name).normalize();
        assumeTrue(Files.isReadable(file), () -> "no upstream data at " + file + ": set ALLMENDE_SHARED");
        var made = new Lacking("status", NOTHING).of(Provisioning.read(Files.readString(file)), "Status");
        var page = (StatusPage) made.getFirst();
        assertThat(page.getSpec().phases().getFirst().phases()).hasSize(5).endsWith("Done");
        assertThat(page.getSpec().severities()).extracting(Severity::value).containsExactly(33, 66, 100);
        assertThat(names(made, Component.class).toList()).hasSizeGreaterThan(2).doesNotHaveDuplicates();
    }
}
