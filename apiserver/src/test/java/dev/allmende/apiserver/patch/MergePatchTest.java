package dev.allmende.apiserver.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.status.StatusException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MergePatchTest {

    /** The examples of RFC 7386, appendix A, that have objects for documents and patches. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"a":"b"} | {"a":"c"} | {"a":"c"}
            {"a":"b"} | {"b":"c"} | {"a":"b","b":"c"}
            {"a":"b"} | {"a":null} | {}
            {"a":"b","b":"c"} | {"a":null} | {"b":"c"}
            {"a":["b"]} | {"a":"c"} | {"a":"c"}
            {"a":"c"} | {"a":["b"]} | {"a":["b"]}
            {"a":{"b":"c"}} | {"a":{"b":"d","c":null}} | {"a":{"b":"d"}}
            {"a":[{"b":"c"}]} | {"a":[1]} | {"a":[1]}
            {"e":null} | {"a":1} | {"e":null,"a":1}
            {} | {"a":{"bb":{"ccc":null}}} | {"a":{"bb":{}}}
            """)
    void patchesAreMerged(String object, String patch, String expected) {
        var before = (ObjectNode) Json.parse(object);
        assertThat(MergePatch.apply(before, Json.parse(patch))).isEqualTo(Json.parse(expected));
        assertThat(before).isEqualTo(Json.parse(object));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [1] | error decoding patch: json: cannot unmarshal array into Go value of type map[string]interface {}
            "a" | error decoding patch: json: cannot unmarshal string into Go value of type map[string]interface {}
            null | Invalid JSON Patch
            """)
    void whatIsNoObjectIsABadRequest(String patch, String message) {
        var refusal =
                catchThrowableOfType(StatusException.class, () -> MergePatch.apply(Json.object(), Json.parse(patch)));
        assertThat(refusal.status().code()).isEqualTo(400);
        assertThat(refusal.status().message()).isEqualTo(message);
    }
}
