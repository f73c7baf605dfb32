package dev.allmende.apiserver.apply;

import com.fasterxml.jackson.databind.JsonNode;
import dev.allmende.apiserver.json.Json;
import dev.allmende.apiserver.resource.GroupVersion;
import dev.allmende.apiserver.resource.ServedKind;
import dev.allmende.apiserver.schema.Schema;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Kinds to write in tests. */
final class Kinds {

    private Kinds() {}

    static ServedKind custom(String group, String version, String kind, JsonNode schema) {
        return kind(new GroupVersion(group, version), kind, Schema.parse(schema), true, false);
    }

    static ServedKind builtIn(String group, String version, String kind, String schema, boolean status) {
        return kind(new GroupVersion(group, version), kind, Schema.parse(Json.parse(schema)), status, true);
    }

    private static ServedKind kind(GroupVersion version, String kind, Schema schema, boolean status, boolean builtIn) {
        return new ServedKind(
                version,
                kind.toLowerCase(java.util.Locale.ROOT) + "s",
                kind.toLowerCase(java.util.Locale.ROOT),
                kind,
                kind + "List",
                true,
                List.of(),
                List.of(),
                Set.of(),
                schema,
                status,
                Optional.empty(),
                List.of(),
                List.of(),
                builtIn);
    }
}
