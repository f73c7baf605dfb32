package dev.allmende.conformance.flavor;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.allmende.conformance.snapshot.UnreadableAnswer;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One flavor of a list while it is read. */
final class FlavorEntry {

    String id = "";
    private String name = "";
    private int vcpus;
    private int ram;
    private int disk;
    private int ephemeral;
    private boolean isPublic = true;
    private boolean disabled;

    /** Null when the answer has none, as before microversion 2.61. */
    @Nullable
    Map<String, String> extraSpecs;

    private FlavorEntry() {}

    static FlavorEntry read(JsonParser json, String place) throws IOException {
        var entry = new FlavorEntry();
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw new UnreadableAnswer(place + " is not an object");
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            var field = json.currentName();
            json.nextToken();
            entry.take(field, json, place);
        }
        if (entry.id.isEmpty()) {
            throw new UnreadableAnswer(place + " has no id");
        }
        return entry;
    }

    private void take(String field, JsonParser json, String place) throws IOException {
        switch (field) {
            case "id" -> id = json.getText();
            case "name" -> name = json.currentToken() == JsonToken.VALUE_NULL ? "" : json.getText();
            case "vcpus" -> vcpus = number(json, place, field);
            case "ram" -> ram = number(json, place, field);
            case "disk" -> disk = number(json, place, field);
            case "OS-FLV-EXT-DATA:ephemeral" -> ephemeral = number(json, place, field);
            case "os-flavor-access:is_public" -> isPublic = json.getValueAsBoolean(true);
            case "OS-FLV-DISABLED:disabled" -> disabled = json.getValueAsBoolean(false);
            case "extra_specs" -> {
                if (json.currentToken() == JsonToken.START_OBJECT) {
                    extraSpecs = strings(json);
                }
            }
            default -> json.skipChildren();
        }
    }

    private static int number(JsonParser json, String place, String field) throws IOException {
        if (json.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            throw new UnreadableAnswer(place + "." + field + " is not a whole number: " + json.getText());
        }
        return json.getIntValue();
    }

    /** Reads an object of strings, from its opening to its closing brace. */
    static Map<String, String> strings(JsonParser json) throws IOException {
        var strings = new HashMap<String, String>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            var key = json.currentName();
            json.nextToken();
            strings.put(key, json.getText());
            json.skipChildren();
        }
        return strings;
    }

    Flavor flavor(Map<String, Map<String, String>> askedOneByOne) {
        var specs = extraSpecs != null ? extraSpecs : askedOneByOne.getOrDefault(id, Map.of());
        return new Flavor(id, name, vcpus, ram, disk, ephemeral, isPublic, disabled, specs);
    }
}
