package dev.allmende.openstack.resource;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A field whose value in the cloud is not the one wanted.
 *
 * @param have null when the cloud has none
 */
public record Difference(String field, JsonNode want, JsonNode have) {

    /** Fields that the wish sets and the resource shows otherwise. What a service never shows is not compared. */
    public static List<Difference> between(Wanted<?> wanted, Resource resource) {
        var found = new ArrayList<Difference>();
        for (var name : wanted.fields().names()) {
            var want = wanted.fields().value(name).orElseThrow();
            resource.shown(name)
                    .filter(have -> !covers(want, have))
                    .ifPresent(have -> found.add(new Difference(name, want, have)));
        }
        return List.copyOf(found);
    }

    /**
     * Whether the cloud's value has all that is wanted: an object may have more fields, lists are compared without order,
     * null, empty text and nothing are the same, and so are two ways to write an address.
     */
    static boolean covers(JsonNode want, JsonNode have) {
        if (isNothing(want) || isNothing(have)) {
            return isNothing(want) && isNothing(have);
        }
        if (want.isObject()) {
            return want.properties().stream().allMatch(entry -> covers(entry.getValue(), have.path(entry.getKey())));
        }
        if (want.isArray()) {
            return have.isArray() && want.size() == have.size() && pairs(want, have);
        }
        if (want.isNumber() && have.isNumber()) {
            return want.decimalValue().compareTo(have.decimalValue()) == 0;
        }
        return Addresses.same(want.asText(), have.asText());
    }

    private static boolean isNothing(JsonNode value) {
        return value.isNull()
                || value.isMissingNode()
                || (value.isTextual() && value.asText().isEmpty());
    }

    private static boolean pairs(JsonNode want, JsonNode have) {
        var left = new ArrayList<JsonNode>();
        have.forEach(left::add);
        for (var each : want) {
            var match = left.stream().filter(other -> covers(each, other)).findFirst();
            if (match.isEmpty()) {
                return false;
            }
            left.remove(match.get());
        }
        return true;
    }
}
