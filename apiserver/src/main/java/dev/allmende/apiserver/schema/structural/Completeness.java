package dev.allmende.apiserver.schema.structural;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.apiserver.status.FieldError;
import java.util.List;

/** Each field and item that a junctor restricts is also specified outside of it. */
final class Completeness {

    private final List<FieldError> errors;

    Completeness(List<FieldError> errors) {
        this.errors = errors;
    }

    /**
     * @param restricting with junctors
     * @param specified the node outside of junctors for the same value
     */
    void check(JsonNode restricting, JsonNode specified, String specifiedPath, String path) {
        if (restricting.path("not").isObject()) {
            checkNested(restricting.path("not"), specified, specifiedPath, path + ".not");
        }
        for (var junctor : List.of("allOf", "anyOf", "oneOf")) {
            var alternatives = restricting.path(junctor);
            for (int i = 0; i < alternatives.size(); i++) {
                checkNested(alternatives.get(i), specified, specifiedPath, Paths.index(path, junctor, i));
            }
        }
    }

    private void checkNested(JsonNode nested, JsonNode specified, String specifiedPath, String path) {
        if (!specified.isObject()) {
            errors.add(FieldError.required(specifiedPath, "because it is defined in " + path));
            return;
        }
        check(nested, specified, specifiedPath, path);
        if (nested.path("items").isObject()) {
            checkNested(nested.path("items"), specified.path("items"), specifiedPath + ".items", path + ".items");
        }
        nested.path("properties").properties().forEach(entry -> {
            var name = entry.getKey();
            checkNested(
                    entry.getValue(),
                    specified.path("properties").path(name),
                    Paths.property(specifiedPath, name),
                    Paths.property(path, name));
        });
    }
}
