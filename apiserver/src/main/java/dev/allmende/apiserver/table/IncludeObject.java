package dev.allmende.apiserver.table;

import dev.allmende.apiserver.status.StatusException;

/** How much of its object a table's row carries: the {@code includeObject} parameter (meta/v1 IncludeObjectPolicy). */
public enum IncludeObject {
    NONE,
    METADATA,
    OBJECT;

    /**
     * @param parameter empty when it is absent
     * @throws StatusException 400 on a word that is none of the policies
     */
    public static IncludeObject parse(String parameter) {
        return switch (parameter) {
            case "", "Metadata" -> METADATA;
            case "Object" -> OBJECT;
            case "None" -> NONE;
            default ->
                throw StatusException.badRequest(
                        "Unable to convert to Table as requested: includeObject: Invalid value:"
                                + " \"%s\": must be 'Metadata', 'Object', 'None', or empty".formatted(parameter));
        };
    }
}
