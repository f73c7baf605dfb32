package dev.allmende.server.controllers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.apiserver.junit.ApiServerExtension;
import dev.allmende.central.Central;
import dev.allmende.kit.Controller;
import dev.allmende.kit.Mirror;
import dev.allmende.openstack.ClientOptions;
import dev.allmende.status.Status;
import dev.allmende.status.probe.CloudAccess;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The docs say what the kinds say. To write them anew: {@code -Dallmende.docs.write=true}. */
@ExtendWith(ApiServerExtension.class)
class KindPagesTest {

    private static final Path DOCS = Path.of("..", "docs", "reference", "kinds");
    private static final Path EXAMPLES = Path.of("..", "examples");

    private static final Status.Reach NOTHING =
            new Status.Reach(CloudAccess.none(), ClientOptions.standard("test"), problem -> {
                throw new AssertionError(problem);
            });

    private static List<JsonNode> definitions(KubernetesClient kubernetes) {
        try (var mirror = new Mirror(kubernetes, "default");
                var central = new Central(mirror, ClientOptions.standard("test"));
                var status = new Status(mirror, InstantSource.system(), NOTHING, Status.Access.NONE)) {
            return Stream.concat(
                            Stream.concat(central.controllers().stream(), status.controllers().stream())
                                    .<JsonNode>map(Controller::definition),
                            Status.definitions().stream())
                    .toList();
        }
    }

    private static Map<String, String> pages(KubernetesClient kubernetes) throws IOException {
        var pages = new TreeMap<String, String>();
        var definitions = definitions(kubernetes);
        for (var definition : definitions) {
            var kind = definition.at("/spec/names/kind").asText();
            pages.put(kind.toLowerCase(Locale.ROOT) + ".md", KindPage.of(definition, example(kind)));
        }
        var index = definitions.stream()
                .map(definition -> "| [%s](%s.md) | `%s` | %s |"
                        .formatted(
                                definition.at("/spec/names/kind").asText(),
                                definition.at("/spec/names/kind").asText().toLowerCase(Locale.ROOT),
                                definition.at("/spec/group").asText(),
                                definition
                                        .at("/spec/versions/0/schema/openAPIV3Schema/description")
                                        .asText()))
                .sorted()
                .collect(Collectors.joining("\n"));
        pages.put("README.md", "# Kinds\n\n| kind | group | is |\n|---|---|---|\n" + index + "\n");
        return pages;
    }

    /** The file of the examples that has an object of the kind: the one named after it, else the first. */
    private static String example(String kind) throws IOException {
        try (var files = Files.list(EXAMPLES)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> has(file, kind))
                    .map(file -> file.getFileName().toString())
                    .min(Comparator.comparing((String name) -> !name.startsWith(kind.toLowerCase(Locale.ROOT)))
                            .thenComparing(Comparator.naturalOrder()))
                    .map(name -> "../../../examples/" + name)
                    .orElse("");
        }
    }

    private static boolean has(Path file, String kind) {
        try {
            return Files.readAllLines(file).contains("kind: " + kind);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void eachKindHasAPageThatSaysWhatItsSchemaSays(KubernetesClient kubernetes) throws IOException {
        var pages = pages(kubernetes);
        if (Boolean.getBoolean("allmende.docs.write")) {
            Files.createDirectories(DOCS);
            for (var page : pages.entrySet()) {
                Files.writeString(DOCS.resolve(page.getKey()), page.getValue());
            }
        }
        for (var page : pages.entrySet()) {
            assertThat(DOCS.resolve(page.getKey()))
                    .as("write it anew with -Dallmende.docs.write=true")
                    .content()
                    .isEqualTo(page.getValue());
        }
        try (var files = Files.list(DOCS)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(pages.keySet());
        }
    }
}
