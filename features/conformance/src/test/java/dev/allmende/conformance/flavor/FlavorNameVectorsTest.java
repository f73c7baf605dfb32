package dev.allmende.conformance.flavor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.allmende.conformance.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The names that upstream's own parser was asked about. */
class FlavorNameVectorsTest {

    @TestFactory
    List<DynamicTest> upstreamDialectJudgesAsUpstreamsParserDid() throws IOException {
        return Files.readAllLines(SharedData.file("flavor-names.tsv")).stream()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .map(line -> line.split("\t", -1))
                .map(vector -> DynamicTest.dynamicTest(vector[0], () -> check(vector)))
                .toList();
    }

    private static void check(String[] vector) {
        if (vector[1].equals("other")) {
            assertThat(FlavorNames.isScs(vector[0])).isFalse();
            return;
        }
        assertThat(FlavorNames.isScs(vector[0])).isTrue();
        switch (FlavorNames.parse(vector[0], Dialect.UPSTREAM)) {
            case Parse.Invalid invalid ->
                assertThat(vector[1]).as(invalid.toString()).isEqualTo("invalid");
            case Parse.Parsed(FlavorName name, Notation notation) -> {
                assertThat(notation == Notation.V1 ? "tolerated" : "valid").isEqualTo(vector[1]);
                assertThat(name.canonical()).isEqualTo(vector[2]);
                assertThat(name.shortened().canonical()).isEqualTo(vector[3]);
                assertThat(name.v1()).isEqualTo(vector[4]);
            }
        }
    }
}
