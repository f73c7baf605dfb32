package dev.allmende.central.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.central.Grounded;
import dev.allmende.openstack.network.Network;
import dev.allmende.openstack.resource.Filter;
import dev.allmende.openstack.volume.Storage;
import dev.allmende.openstack.volume.Volume;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each file of examples/ can be applied as it stands into a tenant's namespace, gets ready, and leaves nothing behind; so does
 * what the guide of tenants has.
 */
abstract class ExamplesBehaviour extends Grounded {

    private static final Path EXAMPLES = Path.of("..", "..", "examples");

    private static final Path GUIDE = Path.of("..", "..", "docs", "guide", "cloud.md");
    private static final Pattern BLOCK = Pattern.compile("^```yaml\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

    /** What needs other peers than a cloud, or none, is applied by the suites of those kinds, and a chart by helm (e2e). */
    private static final Set<String> ELSEWHERE = Set.of("identity.yaml", "status-page.yaml", "chart-three-tier");

    static Stream<String> files() throws IOException {
        try (var files = Files.walk(EXAMPLES)) {
            return files
                    .map(EXAMPLES::relativize)
                    .filter(file -> !ELSEWHERE.contains(file.getName(0).toString()))
                    .map(Path::toString)
                    .filter(name -> name.endsWith(".yaml"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void getsReadyAndLeavesNothingBehind(String file) throws IOException {
        var objects = ground.apply(EXAMPLES.resolve(file));

        assertThat(objects).isNotEmpty().allSatisfy(ground::awaitReady);

        ground.delete(objects);
        assertThat(objects).allSatisfy(ground::awaitGone);
    }

    @Test
    void theGuideOfTenantsCanBeFollowed() throws IOException {
        ground.create(ground.outside("public"));
        ground.create(offered("compute", "Flavor", "scs-2v-4-20s", "SCS-2V-4-20s"));
        ground.create(offered("image", "Image", "debian-13", "Debian 13"));
        var office = ground.networking().networks().create(new Network.Wish().name("office"));
        var volumes = new Storage(ground.cloud()).volumes();
        volumes.create(new Volume.Wish().size(1).name("ledger-2019"));
        List<HasMetadata> objects = new ArrayList<>();

        for (var block : blocks(GUIDE)) {
            objects.addAll(ground.apply(block));
            assertThat(objects).allSatisfy(ground::awaitReady);
        }

        assertThat(objects).hasSizeGreaterThan(15);
        ground.delete(objects);
        assertThat(objects).allSatisfy(ground::awaitGone);
        assertThat(volumes.list(Filter.ALL)).isEmpty();
        ground.networking().networks().delete(office.id());
    }

    /** What a catalogue would have. */
    private GenericKubernetesResource offered(String group, String kind, String name, String nameInTheCloud) {
        return ground.object(group, kind, name, spec -> {
            spec.put("managementPolicy", "Observe");
            spec.put("import", Map.of("filter", Map.of("name", nameInTheCloud)));
        });
    }

    /** The pieces of YAML in a page. */
    private static List<String> blocks(Path page) throws IOException {
        return BLOCK.matcher(Files.readString(page))
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
