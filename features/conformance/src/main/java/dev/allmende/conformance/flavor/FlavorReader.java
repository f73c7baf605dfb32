package dev.allmende.conformance.flavor;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.allmende.conformance.snapshot.RecordedAnswer;
import dev.allmende.conformance.snapshot.UnreadableAnswer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads Nova's flavor lists token by token: a cloud may have thousands, and most of each entry is of no use here. */
final class FlavorReader {

    private static final JsonFactory JSON = new JsonFactory();
    private static final Pattern EXTRA_SPECS = Pattern.compile("/flavors/([^/? ]+)/os-extra_specs$");

    private FlavorReader() {}

    static String extraSpecsPath(String id) {
        return "/flavors/" + id + "/os-extra_specs";
    }

    static List<Flavor> read(List<RecordedAnswer> answers) {
        var entries = new ArrayList<FlavorEntry>();
        var specs = new HashMap<String, Map<String, String>>();
        var gone = new HashSet<String>();
        for (var answer : answers) {
            var single = EXTRA_SPECS.matcher(answer.request());
            if (!single.find()) {
                entries.addAll(page(answer));
            } else if (answer.status() == 404) {
                gone.add(single.group(1));
            } else {
                specs.put(single.group(1), extraSpecs(answer));
            }
        }
        return entries.stream()
                .filter(entry -> !gone.contains(entry.id))
                .map(entry -> entry.flavor(specs))
                .toList();
    }

    static List<String> idsWithoutExtraSpecs(List<RecordedAnswer> pages) {
        return pages.stream()
                .flatMap(page -> page(page).stream())
                .filter(entry -> entry.extraSpecs == null)
                .map(entry -> entry.id)
                .toList();
    }

    private static List<FlavorEntry> page(RecordedAnswer answer) {
        return parse(answer, json -> {
            var entries = new ArrayList<FlavorEntry>();
            field(json, answer, "flavors", JsonToken.START_ARRAY);
            while (json.nextToken() != JsonToken.END_ARRAY) {
                entries.add(FlavorEntry.read(json, answer.request() + ": flavors[" + entries.size() + "]"));
            }
            return entries;
        });
    }

    private static Map<String, String> extraSpecs(RecordedAnswer answer) {
        return parse(answer, json -> {
            field(json, answer, "extra_specs", JsonToken.START_OBJECT);
            return FlavorEntry.strings(json);
        });
    }

    /** Goes to the value of a field of the outermost object. */
    private static void field(JsonParser json, RecordedAnswer answer, String name, JsonToken wanted)
            throws IOException {
        if (json.nextToken() == JsonToken.START_OBJECT) {
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                var here = json.currentName().equals(name);
                var token = json.nextToken();
                if (here && token == wanted) {
                    return;
                }
                json.skipChildren();
            }
        }
        throw new UnreadableAnswer(answer.request() + ": the answer (status " + answer.status() + ") has no '" + name
                + "': is this Nova's API?");
    }

    @FunctionalInterface
    private interface Reading<T> {
        T from(JsonParser json) throws IOException;
    }

    private static <T> T parse(RecordedAnswer answer, Reading<T> reading) {
        if (answer.status() >= 400) {
            var hint = answer.status() == 403 ? ": the credential may not see it (Nova's policy)" : "";
            throw new UnreadableAnswer(answer.request() + " was answered with status " + answer.status() + hint);
        }
        try (var json = JSON.createParser(answer.body())) {
            return reading.from(json);
        } catch (JsonProcessingException broken) {
            var place = broken.getLocation();
            throw new UnreadableAnswer(
                    answer.request() + ": the answer is no JSON (line " + place.getLineNr() + ", column "
                            + place.getColumnNr() + ")",
                    broken);
        } catch (IOException impossible) {
            throw new UnreadableAnswer(answer.request() + ": " + impossible.getMessage(), impossible);
        }
    }
}
