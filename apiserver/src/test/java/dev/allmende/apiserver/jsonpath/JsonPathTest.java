package dev.allmende.apiserver.jsonpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.jsonpath.JsonPath.InvalidPath;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonPathTest {

    private static final JsonNode OBJECT = Json.parse("""
            {"metadata": {"name": "n", "annotations": {"a.b/c": "dotted", "d'e": "quoted"}},
             "spec": {"ports": [{"name": "http", "port": 80}, {"name": "https", "port": 443}], "list": [1, 2, 3]},
             "status": {"conditions": [
               {"type": "Ready", "status": "True", "n": 3}, {"type": "Synced", "status": "False", "n": 5}]}}""");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                ".metadata.name | [\"n\"]",
                "$.metadata.name | [\"n\"]",
                ".metadata['name'] | [\"n\"]",
                ".metadata[\"name\"] | [\"n\"]",
                ".metadata.annotations.a\\.b/c | [\"dotted\"]",
                ".metadata.annotations['a.b/c'] | [\"dotted\"]",
                ".metadata.annotations['d\\'e'] | [\"quoted\"]",
                ".spec.ports[0].port | [80]",
                ".spec.ports[-1].port | [443]",
                ".spec.ports[*].name | [\"http\",\"https\"]",
                ".spec.ports.*.name | [\"http\",\"https\"]",
                ".spec.ports[5].name | []",
                ".spec.list[1:] | [2,3]",
                ".spec.list[:2] | [1,2]",
                ".spec.list[::2] | [1,3]",
                ".spec.list[-2:-1] | [2]",
                ".spec.list[0,2] | [1,3]",
                ".spec['list','ports'][0] | [1,{\"name\":\"http\",\"port\":80}]",
                ".status.conditions[?(@.type==\"Ready\")].status | [\"True\"]",
                ".status.conditions[?(@.type=='Ready')].status | [\"True\"]",
                ".status.conditions[?( @.type != 'Ready' )].status | [\"False\"]",
                ".status.conditions[?(@.n > 3)].type | [\"Synced\"]",
                ".status.conditions[?(@.n<=3)].type | [\"Ready\"]",
                ".status.conditions[?(@.gone)].type | []",
                ".status.conditions[?(@.n)].type | [\"Ready\",\"Synced\"]",
                "..port | [80,443]",
                ".gone.deep | []",
            })
    void leadsToValues(String path, String values) {
        assertThat(Json.text(
                        Json.MAPPER.valueToTree(JsonPath.parse(path.strip()).find(OBJECT))))
                .isEqualTo(values.strip());
    }

    @Test
    void aDotIsTheWholeObject() {
        assertThat(JsonPath.parse(".").find(OBJECT)).containsExactly(OBJECT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {".a[", ".a[x]", ".a['b", ".a..", ".a[?(@.b==)]", ".a[0:1:0]", ".a b", ".a[99999999999]", ".a]"})
    void refusesWhatIsNoPath(String path) {
        assertThatThrownBy(() -> JsonPath.parse(path)).isInstanceOf(InvalidPath.class);
    }

    @Test
    void anyTextIsAPathOrRefused() {
        var random = new Random(7);
        var letters = ".[]'\"?(@)=<>!*:,\\a0- ";
        for (int i = 0; i < 50_000; i++) {
            var text = new StringBuilder();
            random.ints(random.nextInt(12), 0, letters.length()).forEach(at -> text.append(letters.charAt(at)));
            try {
                assertThat(JsonPath.parse(text.toString()).find(OBJECT)).isNotNull();
            } catch (InvalidPath refused) {
                assertThat(refused.getMessage()).isNotEmpty();
            }
        }
    }
}
