package dev.allmende.apiserver.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.allmende.apiserver.json.Json;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** An answer. */
public record Reply(int code, String text, HttpHeaders headers) {

    /** The object in it; fails when it is none or tells of a failure. */
    public ObjectNode object() {
        assertThat(code).as(text).isBetween(200, 299);
        return Json.readObject(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The Status in it; fails when it is another code or no Status. */
    public ObjectNode refusal(int wanted) {
        assertThat(code).as(text).isEqualTo(wanted);
        var status = Json.readObject(text.getBytes(StandardCharsets.UTF_8));
        assertThat(status.path("kind").asText()).as(text).isEqualTo("Status");
        assertThat(status.path("code").asInt()).as(text).isEqualTo(wanted);
        return status;
    }

    public String resourceVersion() {
        return object().at("/metadata/resourceVersion").asText();
    }

    public String uid() {
        return object().at("/metadata/uid").asText();
    }

    public JsonNode at(String pointer) {
        return object().at(pointer);
    }

    /** The names in a list. */
    public List<String> names() {
        List<String> names = new ArrayList<>();
        object().path("items")
                .forEach(item -> names.add(item.at("/metadata/name").asText()));
        return names;
    }
}
