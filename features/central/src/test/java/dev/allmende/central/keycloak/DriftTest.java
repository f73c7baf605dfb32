package dev.allmende.central.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.openstack.Json;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DriftTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "the server's defaults        | {'a': 1}                  | {'a': 1, 'b': 2}",
                "an order                     | {'a': ['x', 'y']}         | {'a': ['y', 'x']}",
                "an empty list that is absent | {'a': []}                 | {}",
                "an empty text that is null   | {'a': ''}                 | {'a': null}",
                "an empty map that is absent  | {'a': {}}                 | {}",
                "a flag written as text       | {'a': {'b': 'true'}}      | {'a': {'b': true}}",
                "a masked secret              | {'clientSecret': 'x'}     | {'clientSecret': '**********'}",
                "others' keys of a map        | {'a': {'b': '1'}}         | {'a': {'b': '1', 'c': '2'}}",
            })
    void isNotIn(String what, String want, String have) {
        assertThat(Drift.between(tree(want), tree(have))).as(what).isEmpty();
    }

    @Test
    void namesThePathWhatIsWantedAndWhatIsThere() {
        assertThat(Drift.between(
                        tree("{'a': {'b': 1}, 'c': ['x'], 'd': true, 'e': 'new'}"),
                        tree("{'a': {'b': 2}, 'c': ['x', 'y'], 'e': 'old'}")))
                .containsExactlyInAnyOrder(
                        new Difference("a.b", "1", "2"),
                        new Difference("c", "[\"x\"]", "[\"x\",\"y\"]"),
                        new Difference("d", "true", "null"),
                        new Difference("e", "\"new\"", "\"old\""));
    }

    @Test
    void aWantedEmptyListDiffersFromAFilledOne() {
        assertThat(Drift.between(tree("{'a': []}"), tree("{'a': ['x']}"))).hasSize(1);
    }

    @Test
    void secretsAreNotShown() {
        assertThat(Drift.between(
                        tree("{'config': {'clientSecret': 'geheim'}, 'secret': 'auch'}"),
                        tree("{'config': {}, 'secret': 'anders'}")))
                .hasSize(2)
                .allSatisfy(difference -> assertThat(difference.toString()).doesNotContain("geheim", "auch", "anders"));
    }

    @Test
    void theOverlayKeepsWhatNobodyWants() {
        assertThat(Drift.overlay(tree("{'a': {'x': 1, 'y': 2}, 'b': [1], 'c': 3}"), tree("{'a': {'y': 9}, 'b': []}")))
                .isEqualTo(tree("{'a': {'x': 1, 'y': 9}, 'b': [], 'c': 3}"));
    }

    @Test
    void theOverlayLeavesItsSourcesAlone() {
        var have = tree("{'a': {'x': 1}}");
        Drift.overlay(have, tree("{'a': {'x': 2}}"));
        assertThat(have).isEqualTo(tree("{'a': {'x': 1}}"));
    }

    private static ObjectNode tree(String json) {
        return (ObjectNode) Json.tree(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8))
                .orElseThrow();
    }
}
