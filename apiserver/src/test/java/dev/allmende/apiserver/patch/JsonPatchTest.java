package dev.allmende.apiserver.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.status.StatusException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonPatchTest {

    private static final String OBJECT = "{\"a\":{\"b\":1,\"x/y\":2,\"n~m\":3},\"l\":[1,2,3]}";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [{"op":"add","path":"/a/c","value":{"d":1}}] | {"a":{"b":1,"x/y":2,"n~m":3,"c":{"d":1}},"l":[1,2,3]}
            [{"op":"add","path":"/l/1","value":9}] | {"a":{"b":1,"x/y":2,"n~m":3},"l":[1,9,2,3]}
            [{"op":"add","path":"/l/-","value":9}] | {"a":{"b":1,"x/y":2,"n~m":3},"l":[1,2,3,9]}
            [{"op":"add","path":"/l/-1","value":9}] | {"a":{"b":1,"x/y":2,"n~m":3},"l":[1,2,3,9]}
            [{"op":"remove","path":"/a/x~1y"},{"op":"remove","path":"/a/n~0m"}] | {"a":{"b":1},"l":[1,2,3]}
            [{"op":"remove","path":"/l/-1"}] | {"a":{"b":1,"x/y":2,"n~m":3},"l":[1,2]}
            [{"op":"replace","path":"/a","value":null}] | {"a":null,"l":[1,2,3]}
            [{"op":"replace","path":"/new","value":1}] | {"a":{"b":1,"x/y":2,"n~m":3},"l":[1,2,3],"new":1}
            [{"op":"replace","path":"","value":{"z":1}}] | {"z":1}
            [{"op":"move","from":"/a/b","path":"/l/0"}] | {"a":{"x/y":2,"n~m":3},"l":[1,1,2,3]}
            [{"op":"copy","from":"/l","path":"/a"}] | {"a":[1,2,3],"l":[1,2,3]}
            [{"op":"copy","from":"/absent","path":"/a"}] | {"a":null,"l":[1,2,3]}
            [{"op":"add","path":"/a/v"}] | {"a":{"b":1,"x/y":2,"n~m":3,"v":null},"l":[1,2,3]}
            [{"op":"test","path":"/l","value":[1,2.0,3]},{"op":"remove","path":"/l"}] | {"a":{"b":1,"x/y":2,"n~m":3}}
            [] | {"a":{"b":1,"x/y":2,"n~m":3},"l":[1,2,3]}
            null | {"a":{"b":1,"x/y":2,"n~m":3},"l":[1,2,3]}
            """)
    void operationsDoWhatTheySay(String patch, String expected) {
        var object = (ObjectNode) Json.parse(OBJECT);
        assertThat(JsonPatch.apply(object, Json.parse(patch))).isEqualTo(Json.parse(expected));
        assertThat(object).as("the object before").isEqualTo(Json.parse(OBJECT));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [{"op":"test","path":"/a/b","value":2}] | testing value /a/b failed: test failed
            [{"op":"test","path":"","value":{}}] | testing value  failed: test failed
            [{"op":"remove","path":"/zz"}] | error in remove for path: '/zz': Unable to remove nonexistent key: zz: missing value
            [{"op":"remove","path":"/l/3"}] | error in remove for path: '/l/3': Unable to access invalid index: 3
            [{"op":"add","path":"/l/5","value":1}] | error in add for path: '/l/5': Unable to access invalid index: 5
            [{"op":"add","path":"/l/x","value":1}] | error in add for path: '/l/x': Unable to access invalid index: x
            [{"op":"add","path":"/no/x","value":1}] | add operation does not apply: doc is missing path: "/no/x": missing value
            [{"op":"add","path":"/a/b/x","value":1}] | add operation does not apply: doc is missing path: "/a/b/x": missing value
            [{"op":"add","path":"","value":1}] | add operation does not apply: doc is missing path: "": missing value
            [{"op":"replace","path":"/l/7","value":1}] | replace operation does not apply: doc is missing key: /l/7: missing value
            [{"op":"move","path":"/a"}] | move operation failed to decode from: missing value
            [{"path":"/a"}] | Unexpected kind: unknown
            [{"op":"frob","path":"/a"}] | Unexpected kind: frob
            [{"op":"replace","path":"","value":[1]}] | the patched document is no object
            """)
    void anOperationThatDoesNotFitIsRefusedWithItsPlace(String patch, String place) {
        var refusal = refusal(patch);
        assertThat(refusal.status().code()).isEqualTo(422);
        assertThat(refusal.status().message())
                .isEqualTo("the server rejected our request due to an error in our request: " + place);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"a":1} | error decoding patch: json: cannot unmarshal object into Go value of type []handlers.jsonPatchOp
            [1] | error decoding patch: json: cannot unmarshal number into Go value of type handlers.jsonPatchOp
            [{"op":1}] | error decoding patch: json: cannot unmarshal number into Go struct field jsonPatchOp.op of type string
            """)
    void whatIsNoPatchIsABadRequest(String patch, String message) {
        var refusal = refusal(patch);
        assertThat(refusal.status().code()).isEqualTo(400);
        assertThat(refusal.status().message()).isEqualTo(message);
    }

    @Test
    void moreThanTenThousandOperationsAreTooMany() {
        var patch = Json.MAPPER.createArrayNode();
        for (int i = 0; i < 10_001; i++) {
            patch.addObject().put("op", "test").put("path", "/a/b").put("value", 1);
        }
        assertThat(refusal(patch.toString()).status().code()).isEqualTo(413);
        patch.remove(0);
        assertThat(JsonPatch.apply((ObjectNode) Json.parse(OBJECT), patch)).isEqualTo(Json.parse(OBJECT));
    }

    @Test
    void copiesOfCopiesAreRefusedBeforeTheyFillTheMemory() {
        var patch = Json.MAPPER.createArrayNode();
        for (int i = 0; i < 100; i++) {
            patch.addObject().put("op", "copy").put("from", "/a").put("path", "/a/" + i);
        }
        assertThat(refusal(patch.toString()).status().message()).contains("copy operations would add more than");
    }

    @Test
    void objectsThatNestTooDeeplyAreRefused() {
        var patch = Json.MAPPER.createArrayNode();
        for (int i = 0; i < 500; i++) {
            patch.addObject().put("op", "copy").put("from", "/a").put("path", "/a/b");
        }
        assertThat(refusal(patch.toString()).status().message()).endsWith("nested more than 180 levels deep");
    }

    private static StatusException refusal(String patch) {
        return catchThrowableOfType(
                StatusException.class, () -> JsonPatch.apply((ObjectNode) Json.parse(OBJECT), Json.parse(patch)));
    }
}
