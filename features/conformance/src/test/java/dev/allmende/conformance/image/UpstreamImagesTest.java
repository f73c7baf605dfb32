package dev.allmende.conformance.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.conformance.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Our table of standard images against the lists that upstream publishes beside scs-0104. */
class UpstreamImagesTest {

    @ParameterizedTest
    @ValueSource(strings = {"scs-0104-v1-images.yaml", "scs-0104-v1-images-v5.yaml"})
    void everyImageOfTheListIsKnownByItsNameAndComesFromTheSameSources(String name) throws IOException {
        Map<String, List<Map<String, Object>>> file =
                new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(SharedData.file(name)));
        var images = file.getOrDefault("images", List.of());
        assertThat(images).hasSizeGreaterThan(3);
        for (var image : images) {
            assertThat(StandardImage.all().stream().filter(known -> sameName(known, image)))
                    .as(String.valueOf(image.get("name")))
                    .singleElement()
                    .extracting(StandardImage::sources)
                    .isEqualTo(sources(Objects.requireNonNull(image.get("source"))));
        }
    }

    private static boolean sameName(StandardImage known, Map<String, Object> image) {
        return known.pattern()
                .map(pattern -> pattern.pattern().equals(image.get("name_scheme")))
                .orElseGet(() -> known.name().equals(image.get("name")));
    }

    private static List<String> sources(Object text) {
        var sources = text instanceof List<?> many ? many.stream() : Stream.of(text);
        return new ArrayList<>(sources.map(String::valueOf).toList());
    }
}
