package dev.allmende.apiserver.cel;

import com.fasterxml.jackson.databind.JsonNode;

/** A list or map over JSON. */
interface Weighted {

    JsonNode node();

    /** How much there is to look at when everything below is: a unit for a value, one more for ten characters. */
    static long weight(JsonNode node) {
        long weight = 1;
        if (node.isContainerNode()) {
            for (var child : node) {
                weight += weight(child);
            }
        } else if (node.isTextual()) {
            weight += node.textValue().length() / 10;
        }
        return weight;
    }
}
