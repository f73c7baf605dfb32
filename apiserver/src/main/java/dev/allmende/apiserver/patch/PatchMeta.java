package dev.allmende.apiserver.patch;

import dev.allmende.apiserver.schema.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a field is patched: by {@code x-kubernetes-patch-strategy} and {@code -patch-merge-key} where a schema has them,
 * else as its list type says.
 *
 * @param field the field's schema; null when it is not declared
 */
record PatchMeta(@Nullable Schema field) {

    static PatchMeta of(@Nullable Schema schema, String name) {
        return new PatchMeta(schema == null ? null : schema.field(name).orElse(null));
    }

    private List<String> strategies() {
        return field == null
                ? List.of()
                : List.of(field.source()
                        .path("x-kubernetes-patch-strategy")
                        .asText("")
                        .split(",", -1));
    }

    /** Whether a map is taken as it stands in the patch. */
    boolean replaces() {
        return strategies().contains("replace");
    }

    /** Whether the items of a list are merged. */
    boolean merges() {
        if (field == null || field.type() != Schema.Type.ARRAY) {
            return false;
        }
        return field.source().has("x-kubernetes-patch-strategy")
                ? strategies().contains("merge")
                : field.listType() != Schema.ListType.ATOMIC;
    }

    /** Empty for a list of scalars. */
    String mergeKey() {
        if (field == null) {
            return "";
        }
        var key = field.source().path("x-kubernetes-patch-merge-key").asText("");
        if (!key.isEmpty() || field.source().has("x-kubernetes-patch-strategy")) {
            return key;
        }
        return field.listMapKeys().isEmpty() ? "" : field.listMapKeys().getFirst();
    }

    @Nullable
    Schema items() {
        return field == null ? null : field.items().orElse(null);
    }
}
