package dev.allmende.server.shell.resource;

import dev.allmende.apiserver.json.Json;
import dev.allmende.server.shell.visit.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Names of the objects that somebody may refer to, each kind's read once. */
public final class Names {

    private static final String ACCEPT = "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1";
    private static final String MOST = "500";

    private final Api api;
    private final String namespace;
    private final Map<Kind, List<String>> read = new HashMap<>();

    /** @param namespace of the object that refers to them */
    public Names(Api api, String namespace) {
        this.api = api;
        this.namespace = namespace;
    }

    /** Empty when the user may not list them. */
    public List<String> of(Kind kind) {
        return read.computeIfAbsent(kind, this::list);
    }

    private List<String> list(Kind kind) {
        if (kind.namespaced() && namespace.isEmpty()) {
            return List.of();
        }
        try {
            List<String> names = new ArrayList<>();
            api.get(kind.path(kind.namespaced() ? namespace : ""), Map.of("limit", MOST), ACCEPT)
                    .path("items")
                    .forEach(item -> names.add(Json.string(item, "metadata", "name")));
            return names;
        } catch (Refusal refused) {
            return List.of();
        }
    }
}
