package dev.allmende.central.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * Who a thing belongs to: the UID of the object that made it, kept in the thing itself, so that a controller that was
 * killed between the creation and the writing of its status finds it again.
 */
public final class Mark {

    /** Name of the attribute; reads as ours in Keycloak's console. */
    public static final String NAME = "allmende.uid";

    /** Where and how a kind keeps further texts. */
    enum Place {
        /** {@code attributes} of single texts: realms, clients. */
        ATTRIBUTE("attributes", false),
        /** {@code attributes} of lists: users, groups, roles. */
        ATTRIBUTE_LIST("attributes", true),
        /** {@code config}: identity providers. */
        CONFIG("config", false);

        private final String field;
        private final boolean list;

        Place(String field, boolean list) {
            this.field = field;
            this.list = list;
        }
    }

    private Mark() {}

    static Optional<String> read(Place place, JsonNode tree) {
        var value = tree.path(place.field).path(NAME);
        var text = value.isArray() ? value.path(0) : value;
        return text.isTextual() ? Optional.of(text.asText()) : Optional.empty();
    }

    /** A copy with the mark in it. */
    static ObjectNode on(Place place, ObjectNode tree, String uid) {
        var marked = tree.deepCopy();
        var fields = marked.withObject("/" + place.field);
        if (place.list) {
            fields.putArray(NAME).add(uid);
        } else {
            fields.put(NAME, uid);
        }
        return marked;
    }
}
