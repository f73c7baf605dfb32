package dev.allmende.apiserver.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TreeReaderTest {

    private final List<String> duplicates = new ArrayList<>();

    @Test
    void readsWhatTheMapperReadsSoThatTreesOfBothCompareEqual() {
        var text = """
                {"small": 1, "least": -2147483648, "long": 2147483648, "huge": 9223372036854775808, "part": 1.5,
                 "text": "x", "yes": true, "nothing": null, "list": [1, {"a": 2}]}""";

        var read = TreeReader.readObject(bytes(text), duplicates);

        assertThat(read).isEqualTo(Json.parse(text));
        assertThat(duplicates).isEmpty();
    }

    @Test
    void namesFieldsThatStandTwiceAndKeepsTheLast() {
        var read = TreeReader.readObject(
                bytes("{\"a\": {\"b\": 1, \"b\": 2}, \"l\": [{\"c\": 1, \"c\": 3}]}"), duplicates);

        assertThat(read).isEqualTo(Json.parse("{\"a\": {\"b\": 2}, \"l\": [{\"c\": 3}]}"));
        assertThat(duplicates).containsExactly("a.b", "l[0].c");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
