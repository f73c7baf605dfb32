package dev.allmende.status.provisioning;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.api.status.StatusPageSpec.Severity;
import dev.allmende.status.board.Severities;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a provisioning file of the SCS reference server says (status-page-api v1.0.1, provisioning.yaml). Pure.
 *
 * @param components in the file's order, which pages keep
 * @param phases of one generation, in order; none when the file has none
 */
public record Provisioning(
        List<Part> components, List<Type> impactTypes, List<String> phases, List<Severity> severities) {

    private static final String COMPONENTS = "components";
    private static final String TYPES = "impactTypes";
    private static final String PHASES = "phases";
    private static final String SEVERITIES = "severities";
    private static final Set<String> LISTS = Set.of(COMPONENTS, TYPES, PHASES, SEVERITIES);

    private static final int LONGEST_NAME = 300;
    private static final int LONGEST_TEXT = 20_000;
    private static final int MOST_PHASES = 64;
    /** A component. */
    public record Part(String name, Map<String, String> labels) {}

    /**
     * An impact type.
     *
     * @param text empty when there is none
     */
    public record Type(String name, String text) {}

    public Provisioning {
        components = List.copyOf(components);
        impactTypes = List.copyOf(impactTypes);
        phases = List.copyOf(phases);
        severities = List.copyOf(severities);
    }

    /** @throws InvalidFile when it is no YAML, or says something else */
    public static Provisioning read(String yaml) throws InvalidFile {
        var file = parse(yaml);
        for (var field : file.properties()) {
            if (!LISTS.contains(field.getKey())) {
                throw new InvalidFile(
                        field.getKey(),
                        "is none of "
                                + String.join(", ", LISTS.stream().sorted().toList()));
            }
        }
        var components = new ArrayList<Part>();
        for (var item : items(file, COMPONENTS)) {
            components.add(new Part(name(item, "displayname"), labels(item)));
        }
        var types = new ArrayList<Type>();
        for (var item : items(file, TYPES)) {
            types.add(new Type(name(item, "displayname"), text(item, "description", LONGEST_TEXT)));
        }
        var phases = new ArrayList<String>();
        for (var item : items(file, PHASES)) {
            phases.add(name(item, "name"));
        }
        if (phases.size() > MOST_PHASES) {
            throw new InvalidFile(PHASES, "a page takes %d at most".formatted(MOST_PHASES));
        }
        return new Provisioning(components, types, phases, severities(file));
    }

    private static JsonNode parse(String yaml) throws InvalidFile {
        JsonNode file;
        try {
            file = Serialization.unmarshal(yaml, JsonNode.class);
        } catch (RuntimeException broken) {
            throw new InvalidFile("", "it is no YAML");
        }
        if (file == null || !file.isObject()) {
            throw new InvalidFile(
                    "",
                    "it has none of "
                            + String.join(", ", LISTS.stream().sorted().toList()));
        }
        return file;
    }

    private record Item(String place, JsonNode json) {}

    private static List<Item> items(JsonNode file, String list) throws InvalidFile {
        var json = file.path(list);
        if (!json.isArray() && !json.isMissingNode() && !json.isNull()) {
            throw new InvalidFile(list, "is to be a list");
        }
        var items = new ArrayList<Item>();
        for (var item : json) {
            items.add(new Item("%s[%d]".formatted(list, items.size()), item));
        }
        return items;
    }

    private static String name(Item item, String field) throws InvalidFile {
        var name = text(item, field, LONGEST_NAME);
        if (name.isBlank()) {
            throw new InvalidFile(item.place(), field + " is missing");
        }
        return name;
    }

    /** Empty when it is not there. Go reads numbers and the like as text, too. */
    private static String text(Item item, String field, int most) throws InvalidFile {
        var value = item.json().path(field);
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        var text = value.asText();
        if (!value.isValueNode() || text.codePointCount(0, text.length()) > most) {
            throw new InvalidFile(
                    item.place() + "." + field, "is to be a text of at most %d characters".formatted(most));
        }
        return text;
    }

    private static Map<String, String> labels(Item item) throws InvalidFile {
        var json = item.json().path("labels");
        if (!json.isObject() && !json.isMissingNode() && !json.isNull()) {
            throw new InvalidFile(item.place() + ".labels", "is to be pairs of key and value");
        }
        var labels = new TreeMap<String, String>();
        for (var label : json.properties()) {
            labels.put(label.getKey(), text(new Item(item.place() + ".labels", json), label.getKey(), LONGEST_TEXT));
        }
        return labels;
    }

    private static List<Severity> severities(JsonNode file) throws InvalidFile {
        var severities = new ArrayList<Severity>();
        for (var item : items(file, SEVERITIES)) {
            var value = item.json().path("value");
            if (!value.canConvertToExactIntegral() || value.asInt(-1) < 0 || value.asInt() > Severities.HIGHEST) {
                throw new InvalidFile(
                        item.place(), "value is to be a whole number from 0 to %d".formatted(Severities.HIGHEST));
            }
            severities.add(new Severity(name(item, "name"), value.asInt()));
        }
        var fault = severities.isEmpty() ? "" : Severities.fault(severities).orElse("");
        if (!fault.isEmpty()) {
            throw new InvalidFile(SEVERITIES, fault);
        }
        return severities;
    }
}
